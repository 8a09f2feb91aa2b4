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

void print_table() {
  fmt::print("no.  name         by default  $?   ksh93  a death by it is announced as\n");
  for (int number = 1; number <= highest_signal; ++number) {
    auto const signal = *Signal::from_number(number);
    Ending const death = Killed{signal, false};
    bool const kills = signal.default_action() == DefaultAction::terminate || signal.default_action() == DefaultAction::core;
    fmt::print("{:>3}  {:<11}  {:<10}  {:<3}  {:<5}  {}\n", number, signal.name(), to_string(signal.default_action()),
               *shell_status(Shell::bash, death), *shell_status(Shell::ksh93, death), kills ? signal.description() : "-");
  }
  fmt::print("\n$? is what bash, dash, zsh, mksh, fish and tcsh show: 128 + no.; ksh93: 256 + no.\n"
             "More about one of them: whodunit explain SIGFPE\n");
}

}  // namespace

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

}  // namespace whodunit::cli
