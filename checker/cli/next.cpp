// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/track.hpp"
#include "dialogue/tour.hpp"
#include "report/case_text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

int show_next(Course const& course, Case const* next) {
  Terminal const screen(stdout);
  if (next != nullptr) {
    show_briefing(screen, *next);
    screen.print("\n");
  }
  show_whereabouts(screen, course);
  return done;
}

int show_next_on(Course const& course, std::string const& name) {
  auto const* const track = find_track(course, name);
  if (track == nullptr)
    return bad_usage;
  auto const* const next = course.next_on(*track);
  if (next != nullptr)
    return show_next(course, next);
  Terminal(stdout).say(fmt::format("You have solved every case of \"{}\".", track->title));
  return done;
}

} // namespace

int run_next(Arguments arguments) {
  CLI::App app("Shows the next case that you have not solved.", "next");
  std::string track;
  app.add_option("--track", track, "the next one of this track; whodunit list names them");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const course = Course::open();
  if (!course)
    return refuse(course.error());
  return track.empty() ? show_next(*course, course->next()) : show_next_on(*course, track);
}

} // namespace whodunit::cli
