// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Runs a tool of the system to its end.

#include "fault/error.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// Runs \p command, found on PATH, with no input and LC_ALL=C. Blocks. \return what it printed on
/// stdout and stderr; an Error with the end of that if it is not there or fails.
Result<std::string> run_tool(std::vector<std::string> const& command);

} // namespace whodunit
