// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A command that is not ours, run as the user would run it: own directory, environment, files and
/// privileges; only limits that were asked for apply.

#include "warden/warden.hpp"

#include <string>
#include <vector>

namespace whodunit::cli {

struct ForeignCommand {
  std::vector<std::string> arguments; ///< the command first; never empty
  Limits limits;
  bool capture = false; ///< keep its output instead of passing it on
  bool contain = false;
  bool trace = true;
};

/// Runs it to its fate. Blocks. While it runs in the terminal's foreground, ^C and ^\ are for it
/// and not for us.
Result<Fate> run_foreign(ForeignCommand const& command);

} // namespace whodunit::cli
