// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "dialogue/tour.hpp"
#include "report/case_text.hpp"

#include <CLI/CLI.hpp>

namespace whodunit::cli {

int run_next(Arguments arguments) {
  CLI::App app("Shows the next case that you have not solved.", "next");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const course = Course::open();
  if (!course)
    return refuse(course.error());
  Terminal const screen(stdout);
  if (auto const* const next = course->next()) {
    show_briefing(screen, *next);
    screen.print("\n");
  }
  show_whereabouts(screen, *course);
  return done;
}

} // namespace whodunit::cli
