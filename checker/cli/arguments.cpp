// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

std::vector<std::string> option_names(CLI::App const& app) {
  std::vector<std::string> names;
  for (auto const* option : app.get_options())
    for (auto const& name : option->get_lnames())
      names.push_back("--" + name);
  return names;
}

std::string advice_for(CLI::App const& app, Arguments arguments) {
  auto const names = option_names(app);
  std::vector<std::string_view> const candidates(names.begin(), names.end());
  for (std::string_view const given : arguments) {
    auto const name = given.substr(0, given.find('='));
    if (!name.starts_with("--") || name == "--" || std::ranges::find(names, name) != names.end())
      continue;
    if (auto const near = nearest(name, candidates))
      return fmt::format("did you mean \"{}\"? ", *near);
  }
  return "";
}

} // namespace

std::optional<int> parse(CLI::App& app, Arguments arguments) {
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend()); // CLI11 takes them so
  try {
    app.parse(std::move(reversed));
  } catch (CLI::CallForHelp const&) {
    fmt::print("{}", app.help());
    return done;
  } catch (CLI::ParseError const& error) {
    fmt::print(stderr, "whodunit {}: {}\n{}see whodunit {} --help\n", app.get_name(),
               printable(error.what()), advice_for(app, arguments), app.get_name());
    return bad_usage;
  }
  return std::nullopt;
}

int refuse(Error const& error) {
  fmt::print(stderr, "whodunit: {}\n", printable(to_string(error), true));
  return machine_cannot;
}

int refuse(std::span<Complaint const> complaints) {
  for (auto const& complaint : complaints)
    fmt::print(stderr, "{}\n", to_string(complaint));
  return bad_usage;
}

} // namespace whodunit::cli
