// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/reference_json.hpp"
#include "fate/shell.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

std::string_view death_notice(Signal signal) {
  bool const kills = signal.default_action() == DefaultAction::terminate ||
                     signal.default_action() == DefaultAction::core;
  return kills ? signal.description() : "-";
}

// What the shell shows where the signal takes its default action; `-` where it then shows nothing.
std::string status_in(Shell shell, Signal signal) {
  Ending const stopped = Alive{LifeState::stopped, signal};
  Ending const killed = Killed{signal, false};
  auto const action = signal.default_action();
  if (action == DefaultAction::continues || action == DefaultAction::ignore)
    return "-";
  auto const status = shell_status(shell, action == DefaultAction::stop ? stopped : killed);
  return status ? std::to_string(*status) : "-";
}

void print_table() {
  fmt::print("no.  name         by default  $?   ksh93  a death by it is announced as\n");
  for (int number = 1; number <= highest_signal; ++number) {
    auto const signal = *Signal::from_number(number);
    fmt::print("{:>3}  {:<11}  {:<10}  {:<3}  {:<5}  {}\n", number, signal.name(),
               to_string(signal.default_action()), status_in(Shell::bash, signal),
               status_in(Shell::ksh93, signal), death_notice(signal));
  }
  fmt::print("\n$? is 128 + no. in bash, dash, zsh, mksh, fish and tcsh, 256 + no. in ksh93;\n"
             "of a job that stopped only bash, dash and zsh show it.\n"
             "More about one signal: whodunit explain SIGFPE\n");
}

} // namespace

int run_signals(Arguments arguments) {
  CLI::App app("The 64 signals of Linux: number, name, default action, status.", "signals");
  bool json = false;
  app.add_flag("--json", json, "one JSON object on stdout");
  if (auto const status = parse(app, arguments))
    return *status;
  if (json)
    fmt::print("{}\n", signals_json());
  else
    print_table();
  return done;
}

} // namespace whodunit::cli
