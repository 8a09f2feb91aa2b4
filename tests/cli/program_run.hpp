// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Runs the built `whodunit` as a user would, without a shell in between, and keeps what it said.

#include <string>
#include <vector>

namespace whodunit {

struct ProgramRun {
  int exit_code = -1; ///< -1 if it did not exit
  std::string out;
  std::string err;
};

/// Runs the program that the environment variable WHODUNIT names, with no standard input. Blocks
/// until it ends.
ProgramRun run_whodunit_program(std::vector<std::string> arguments);

} // namespace whodunit
