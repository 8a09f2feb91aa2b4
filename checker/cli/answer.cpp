// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/conversation.hpp"
#include "report/case_text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

// Nobody is there to be asked: the questions go where usage errors go, and nothing waits.
int refuse_without_terminal(Case const& asked) {
  Terminal const screen(stderr);
  screen.say(fmt::format("There is no terminal here to ask on. {} asks:", asked.name));
  show_questions(screen, asked);
  screen.say("Give each answer with --set, or all of them in a file.");
  return bad_usage;
}

int status_of(Outcome outcome) {
  switch (outcome) {
  case Outcome::solved:
    return done;
  case Outcome::left:
    return unsolved;
  case Outcome::failed:
    break;
  }
  return machine_cannot;
}

} // namespace

int run_answer(Arguments arguments) {
  CLI::App app("Asks about a case, question by question.", "answer");
  std::string written;
  bool rerun = false;
  app.add_option("case", written, "mystery000, 000 or 0")->required()->type_name("CASE");
  app.add_flag("--rerun", rerun, "run the case again for its grading, even if its fate is known");
  if (auto const status = parse(app, arguments))
    return *status;
  auto course = Course::open();
  if (!course)
    return refuse(course.error());
  auto const asked = course->find(written);
  if (!asked)
    return refuse(asked.error());
  return Console::possible() ? status_of(converse(*course, *asked, rerun))
                             : refuse_without_terminal(*asked);
}

} // namespace whodunit::cli
