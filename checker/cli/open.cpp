// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "dialogue/course.hpp"
#include "report/case_text.hpp"
#include "report/program_name.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

// As it can be typed: from here where that is shorter.
std::string shown_path(std::filesystem::path const& path) {
  std::error_code failed;
  auto const nearby = std::filesystem::relative(path, failed).string();
  bool const below = !failed && !nearby.empty() && !nearby.starts_with("..");
  return below ? nearby : path.string();
}

void show_case(Terminal const& screen, Course const& course, Case const& asked) {
  auto const program = program_name();
  auto const number = short_name(asked);
  show_briefing(screen, asked);
  screen.print("\n" + screen.bold(screen.wrap("Look at it")));
  screen.say("Contained, in this terminal:");
  screen.print(fmt::format("    {} run {}\n", program, number));
  screen.say("As the plain program that it is, for strace and gdb:");
  screen.print(fmt::format("    {}\n", shown_path(course.casebook().binary(asked.name))));
  screen.print("\n" + screen.bold(screen.wrap("What is asked")));
  show_questions(screen, asked);
  screen.say("Or be asked, question by question:");
  screen.print(fmt::format("    {} answer {}\n", program, number));
}

} // namespace

int run_open(Arguments arguments) {
  CLI::App app("Shows a case: its briefing, how to run it, and what is asked.", "open");
  std::string written;
  app.add_option("case", written, "mystery000, 000 or 0")->required()->type_name("CASE");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const course = Course::open();
  if (!course)
    return refuse(course.error());
  auto const asked = course->find(written);
  if (!asked)
    return refuse(asked.error());
  show_case(Terminal(stdout), *course, *asked);
  return done;
}

} // namespace whodunit::cli
