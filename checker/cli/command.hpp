// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a command is, and the exit statuses of `whodunit` itself. The table of all commands is in
/// commands.cpp.

#include <span>
#include <string_view>

namespace whodunit::cli {

/// Exit statuses of `whodunit`; the contract is in the README.
enum ExitStatus : int {
  done = 0,           ///< done, all right
  unsolved = 1,       ///< unsolved for any reason, or something asked for failed its check
  bad_usage = 2,      ///< usage or a bad file
  machine_cannot = 3, ///< this machine cannot do it
  limit_hit = 124,    ///< `run`: a limit of ours ended it
  our_fault = 125,    ///< a fault of whodunit's own
};

/// What follows the command's name on the command line.
using Arguments = std::span<char const* const>;

/// Whom `help` shows the command to.
enum class Audience { learner, engineer, everybody_else };

/// What `help` says of a command, and how to run it.
struct Command {
  std::string_view name;           ///< `answer`
  std::string_view usage;          ///< ``answer CASE``
  std::string_view summary;        ///< what it does, in half a line
  Audience audience;               ///< decides how early `help` names it
  int (*run)(Arguments arguments); ///< gets what follows the name; gives the status to leave with
};

/// All commands, in the order in which `help all` shows them.
std::span<Command const> all_commands();

/// Finds a command by name or alias (`diagnose` is `answer`); nullptr if there is none.
Command const* find_command(std::string_view name);

/// The whole program: picks the command and runs it. \return the exit status.
int run_whodunit(Arguments arguments);

/// A command, in the file of its name. Gets what follows the name; gives the status to leave with.
/// @{
int run_answer(Arguments arguments); ///< the dialogue; run_diagnose() calls it where there is
                                     ///< neither a file nor `--set`
int run_author(Arguments arguments);
int run_autopsy(Arguments arguments);
int run_begin(Arguments arguments); ///< `whodunit` alone
int run_check(Arguments arguments);
int run_diagnose(Arguments arguments);
int run_doctor(Arguments arguments);
int run_author(Arguments arguments); ///< `author`, for instructors
int run_explain(Arguments arguments);
int run_help(Arguments arguments);
int run_hint(Arguments arguments);
int run_list(Arguments arguments);
int run_next(Arguments arguments);
int run_open(Arguments arguments);
int run_run(Arguments arguments);
int run_signals(Arguments arguments);
int run_solution(Arguments arguments);
int run_status(Arguments arguments);
int run_vocabulary(Arguments arguments);
/// @}

} // namespace whodunit::cli
