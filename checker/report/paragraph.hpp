// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Plain text for a reader: lines of a bearable width. Knows no terminal and no colour.

#include <cstddef>
#include <string>
#include <string_view>

namespace whodunit {

/// \p text broken at spaces into lines of at most \p width columns, each with a newline; the first
/// begins with \p first, the others with as many spaces. A word that is longer than a line is
/// broken where the line ends. Control characters are made visible.
std::string paragraph(std::string_view first, std::string_view text, std::size_t width = 78);

} // namespace whodunit
