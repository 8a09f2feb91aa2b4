// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a page begins with: how the run ended, in a sentence, what was run, and what it used.

#include "fate/fate.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// A header of HTML. \param command with its arguments; empty: it is not shown
std::string page_header(Fate const& fate, std::vector<std::string> const& command);

} // namespace whodunit
