// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A command that is not ours, run as the user would run it: own directory, environment, files and
/// privileges; only limits that were asked for apply.

#include "warden/warden.hpp"

#include <functional>
#include <string>
#include <vector>

namespace whodunit::cli {

/// A command, and what was asked for it on the command line.
struct ForeignCommand {
  std::vector<std::string> arguments; ///< the command first; never empty
  Limits limits;                      ///< those that were asked for
  bool capture = false;               ///< keep its output instead of passing it on
  bool contain = false;               ///< in namespaces, as a mystery is
  bool trace = true;                  ///< off: its own tracer, strace or gdb, can work
  bool backtrace = false;             ///< Launch::backtrace
  int system_calls = 0;               ///< Launch::system_calls
};

/// Runs it to its fate. Blocks. While it runs in the terminal's foreground, ^C and ^\ are for it
/// and not for us.
Result<Fate> run_foreign(ForeignCommand const& command);

/// Runs it \p times, one after another under one warden, without input, its output dropped.
/// \param each gets every fate; false ends the runs
Result<void> run_many(ForeignCommand const& command, int times,
                      std::function<bool(Fate)> const& each);

} // namespace whodunit::cli
