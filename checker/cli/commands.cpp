// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "fault/complaint.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace whodunit::cli {
namespace {

constexpr std::array commands{
    Command{"run", "run CASE [-- ARGS]", "runs a mystery, contained, as if you had typed its name",
            Audience::learner, run_run},
    Command{"answer", "answer CASE", "asks what happened, question by question; or grades a file",
            Audience::learner, run_diagnose},
    Command{"hint", "hint [CASE]", "one hint more", Audience::learner, run_hint},
    Command{"next", "next", "the next case, and where you are", Audience::learner, run_next},
    Command{"autopsy", "autopsy -- COMMAND [ARG...]",
            "runs it as you would; tells who killed it, and why", Audience::engineer, run_autopsy},
    Command{"list", "list [--json]", "all cases", Audience::everybody_else, run_list},
    Command{"open", "open CASE", "a case: the scene, how to run it, what is asked",
            Audience::everybody_else, run_open},
    Command{"solution", "solution CASE", "the explanation, once it is solved",
            Audience::everybody_else, run_solution},
    Command{"status", "status [--json]", "what you know by now", Audience::everybody_else,
            run_status},
    Command{"check", "check [DIR]", "grades every diagnosis file in a folder (answers/)",
            Audience::everybody_else, run_check},
    Command{"explain", "explain WHAT [--shell SHELL]", "what a status or a signal can mean",
            Audience::everybody_else, run_explain},
    Command{"signals", "signals", "the 64 signals, in a table", Audience::everybody_else,
            run_signals},
    Command{"vocabulary", "vocabulary [FIELD]", "the words of a diagnosis",
            Audience::everybody_else, run_vocabulary},
    Command{"doctor", "doctor", "what this machine allows, and how to get the rest",
            Audience::everybody_else, run_doctor},
    Command{"author", "author new|autopsy|verify|rules|pack",
            "a mystery of your own: made, and proved", Audience::everybody_else, run_author},
    Command{"help", "help [all|COMMAND]", "this text; `all` shows every command",
            Audience::everybody_else, run_help},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> aliases{{
    {"diagnose", "answer"},
    {"--help", "help"},
    {"-h", "help"},
}};

int refuse_unknown(std::string_view name) {
  std::vector<std::string_view> names(commands.size());
  std::ranges::transform(commands, names.begin(), &Command::name);
  fmt::print(stderr, "whodunit: there is no command \"{}\"", printable(name));
  if (auto const near = nearest(name, names))
    fmt::print(stderr, "; did you mean \"{}\"?", *near);
  fmt::print(stderr, "\nsee whodunit help\n");
  return bad_usage;
}

// One more folder on WHODUNIT_PATH: what we start must know it as well.
std::optional<int> add_set(std::string const& folder) {
  if (folder.empty() || folder.find(':') != std::string::npos)
    return refuse(std::vector{Complaint{"--cases",
                                        {},
                                        fmt::format("\"{}\" can be no folder", folder),
                                        "its name is empty or has a colon"}});
  char const* const before = std::getenv("WHODUNIT_PATH");
  auto const path = std::string(before == nullptr ? "" : before) + ":" +
                    std::filesystem::absolute(folder).string();
  ::setenv("WHODUNIT_PATH", path.c_str(), 1);
  return std::nullopt;
}

// `--cases DIR` or `--cases=DIR`, in front of the command; nullopt once it is taken off.
std::optional<int> take_cases(Arguments& arguments) {
  constexpr std::string_view option = "--cases";
  std::string_view const written = arguments.front();
  if (written.starts_with("--cases=")) {
    arguments = arguments.subspan(1);
    return add_set(std::string(written.substr(option.size() + 1)));
  }
  if (written != option)
    return refuse_unknown(written);
  if (arguments.size() < 2)
    return refuse(std::vector{Complaint{"--cases", {}, "names no folder", "--cases DIR"}});
  std::string const folder = arguments[1];
  arguments = arguments.subspan(2);
  return add_set(folder);
}

} // namespace

std::span<Command const> all_commands() {
  return commands;
}

Command const* find_command(std::string_view name) {
  auto const* const alias =
      std::ranges::find(aliases, name, [](auto const& pair) { return pair.first; });
  auto const wanted = alias == aliases.end() ? name : alias->second;
  auto const* const found = std::ranges::find(commands, wanted, &Command::name);
  return found == commands.end() ? nullptr : found;
}

int run_whodunit(Arguments arguments) {
  while (!arguments.empty() && std::string_view(arguments.front()).starts_with("--cases"))
    if (auto const bad = take_cases(arguments))
      return *bad;
  if (arguments.empty())
    return run_begin({});
  auto const* const command = find_command(arguments.front());
  return command != nullptr ? command->run(arguments.subspan(1))
                            : refuse_unknown(arguments.front());
}

} // namespace whodunit::cli
