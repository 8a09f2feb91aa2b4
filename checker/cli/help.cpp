// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"

#include <array>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

void print_commands(Audience audience) {
  for (auto const& command : all_commands())
    if (command.audience == audience)
      fmt::print("  whodunit {:<34} {}\n", command.usage, command.summary);
}

} // namespace

int run_help(Arguments arguments) {
  if (!arguments.empty() && std::string_view(arguments.front()) != "all") {
    auto const* const command = find_command(arguments.front());
    constexpr std::array<char const*, 1> ask{"--help"};
    if (command != nullptr && command->run != run_help)
      return command->run(ask);
  }
  fmt::print("For a learner:\n");
  print_commands(Audience::learner);
  fmt::print("For an engineer whose command died:\n");
  print_commands(Audience::engineer);
  if (!arguments.empty()) {
    fmt::print("And the rest:\n");
    print_commands(Audience::everybody_else);
  } else {
    fmt::print("The rest: whodunit help all\n");
  }
  return done;
}

} // namespace whodunit::cli
