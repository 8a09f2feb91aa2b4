// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The look of an autopsy's page: light and dark, wide and narrow, and on paper.

#include <string_view>

namespace whodunit {

/// CSS that loads nothing. It has neither `<` nor `&`, so that it is the same to an HTML parser and
/// to one of XML.
std::string_view page_style();

} // namespace whodunit
