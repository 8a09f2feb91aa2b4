// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What can be asked of `whodunit autopsy`.

#include "cli/foreign_command.hpp"
#include "fault/complaint.hpp"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace whodunit::cli {

/// The command line of an autopsy. Of command and case one is given.
struct AutopsyOptions {
  ForeignCommand command; ///< after `--`, with its limits
  std::string case_name;  ///< as it was written
  std::string file;       ///< where the report goes; empty: stderr, or stdout for JSON
  std::string html;       ///< where the page goes; empty: nowhere
  int runs = 1;           ///< more than one: the spread of fates is told
  bool json = false;      ///< an object instead of text
  bool give_up = false;   ///< of a case that is not solved
};

/// The texts of the options that have a unit, until they were read.
struct WrittenLimits {
  std::string timeout;   ///< `--timeout`
  std::string cpu;       ///< `--cpu`
  std::string memory;    ///< `--memory`
  std::string output;    ///< `--output`
  std::string file_size; ///< `--file-size`
};

/// Tells \p app of every option. Both must outlive its parsing.
void declare(CLI::App& app, AutopsyOptions& options, WrittenLimits& limits);

/// Reads \p written into the limits of \p options, and looks whether what was asked goes together.
/// \return what is wrong
std::vector<Complaint> settle(AutopsyOptions& options, WrittenLimits const& written);

} // namespace whodunit::cli
