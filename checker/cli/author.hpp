// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The actions of `whodunit author`, one file each.

#include "cli/command.hpp"

#include <string_view>

namespace whodunit::cli {

/// What comes behind `author`.
struct Action {
  std::string_view name;     ///< `verify`
  std::string_view synopsis; ///< `verify [CASE...|--all]`
  std::string_view does;     ///< for `author --help`
  int (*run)(Arguments);     ///< gets what follows the name
};

int run_author_new(Arguments arguments);     ///< makes a case
int run_author_autopsy(Arguments arguments); ///< fills a key from a run
int run_author_verify(Arguments arguments);  ///< proves cases
int run_author_pack(Arguments arguments);    ///< makes a learner's kit
int run_author_rules(Arguments arguments);   ///< lists the rules

} // namespace whodunit::cli
