// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "report/terminal.hpp"

#include <array>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

void show_commands(Terminal const& screen, Audience audience) {
  for (auto const& command : all_commands())
    if (command.audience == audience)
      screen.say(command.summary, fmt::format("  whodunit {:<28} ", command.usage));
}

} // namespace

int run_help(Arguments arguments) {
  if (!arguments.empty() && std::string_view(arguments.front()) != "all") {
    auto const* const command = find_command(arguments.front());
    constexpr std::array<char const*, 1> ask{"--help"};
    if (command != nullptr && command->run != run_help)
      return command->run(ask);
  }
  Terminal const screen(stdout);
  screen.say("For a learner:");
  show_commands(screen, Audience::learner);
  screen.say("For an engineer whose command died:");
  show_commands(screen, Audience::engineer);
  if (arguments.empty()) {
    screen.say("The rest: whodunit help all");
    return done;
  }
  screen.say("And the rest:");
  show_commands(screen, Audience::everybody_else);
  return done;
}

} // namespace whodunit::cli
