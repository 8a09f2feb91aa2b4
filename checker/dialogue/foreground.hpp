// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A command of our own in the terminal's foreground, as a shell would hold it there.

#include "fate/ending.hpp"
#include "fault/error.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// Starts this very program with \p arguments and waits for its end. ^C and ^\ are for it alone
/// meanwhile, ^Z stops us with it, and whatever it left the terminal in, we find it as before.
/// Blocks.
Result<Ending> run_in_foreground(std::vector<std::string> const& arguments);

} // namespace whodunit
