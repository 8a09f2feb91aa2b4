// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a status can mean, to somebody who has nothing but the number. Lists every reading, the
/// usual ones first, and how to tell them apart; never claims that one of them is true, because a
/// number cannot say so.

#include "fate/shell.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// How often a reading is the true one where nothing else is known: an order, not a probability.
enum class Likelihood { usual, possible, rare };

std::string_view to_string(Likelihood likelihood); ///< `usual`, `possible`, `rare`

/// Who made the number.
enum class Origin {
  signal,  ///< a signal that ended or stopped the process, and the shell's arithmetic
  program, ///< the process itself gave it to exit(3)
  shell,   ///< the shell, by one of its rules
  tool,    ///< a tool that runs other programs: timeout, xargs, ssh
};

std::string_view to_string(Origin origin); ///< `signal`, `program`, `shell`, `tool`

/// One thing that a status can mean.
struct Meaning {
  Origin origin;         ///< who made the number, if this is it
  Likelihood likelihood; ///< next to the other readings of the number
  std::string what;      ///< one or two sentences
  std::string check;     ///< what to look at if this is it
  std::optional<Ending>
      ending; ///< what happened to the process, for Origin::signal and Origin::program
};

/// A command that tells readings apart, and what to see in its output.
struct Settling {
  std::string command; ///< for the reader's shell; COMMAND stands for what was run
  std::string tells;   ///< what its output says in which case
};

/// Every reading of \p status in \p shell, most usual first. Empty where nothing gives that number
/// (see endings_behind()).
std::vector<Meaning> meanings(Shell shell, int status);

/// What settles which of the meanings() of \p status is true, the most telling first.
std::vector<Settling> settlings(Shell shell, int status);

} // namespace whodunit
