// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "dialogue/tour.hpp"
#include "report/map.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whodunit::cli {
namespace {

void print_json(Course const& course) {
  auto const* const next = course.next();
  nlohmann::ordered_json progress{{"schema", "whodunit.progress/1"},
                                  {"cases", course.cases().size()},
                                  {"solved", nlohmann::ordered_json::array()},
                                  {"next", nullptr}};
  for (auto const& entry : course.cases())
    if (course.solved(entry))
      progress["solved"].push_back(entry.name);
  if (next != nullptr)
    progress["next"] = next->name;
  fmt::print("{}\n", progress.dump(2));
}

} // namespace

int run_status(Arguments arguments) {
  CLI::App app("Shows what you know by now, and what is next.", "status");
  bool json = false;
  app.add_flag("--json", json, "print one JSON object (whodunit.progress/1)");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const course = Course::open();
  if (!course)
    return refuse(course.error());
  if (json) {
    print_json(*course);
    return done;
  }
  Terminal const screen(stdout);
  show_map(screen, course->cases(), course->progress().solved);
  screen.print("\n");
  show_whereabouts(screen, *course);
  return done;
}

} // namespace whodunit::cli
