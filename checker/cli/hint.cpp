// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "dialogue/question.hpp"

#include <CLI/CLI.hpp>

namespace whodunit::cli {

int run_hint(Arguments arguments) {
  CLI::App app("Shows the hints that are open, and opens one more.", "hint");
  std::string written;
  app.add_option("case", written, "mystery000, 000 or 0; without it the next that is not solved")
      ->type_name("CASE");
  if (auto const status = parse(app, arguments))
    return *status;
  auto course = Course::open();
  if (!course)
    return refuse(course.error());
  auto const* const next = course->next();
  if (written.empty() && next != nullptr)
    written = next->name;
  auto const asked = course->find(written.empty() ? "000" : written);
  if (!asked)
    return refuse(asked.error());
  show_next_hint(Terminal(stdout), *course, *asked);
  return done;
}

} // namespace whodunit::cli
