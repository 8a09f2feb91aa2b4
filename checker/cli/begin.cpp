// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/conversation.hpp"

namespace whodunit::cli {

int run_begin(Arguments /*none*/) {
  auto course = Course::open();
  if (!course)
    return refuse(course.error());
  Terminal const screen(stdout);
  if (!course->newcomer()) {
    show_whereabouts(screen, *course);
    return done;
  }
  welcome(screen);
  auto const* const first = course->next();
  if (first == nullptr || !Console::possible()) {
    screen.print("\n");
    show_whereabouts(screen, *course);
    return done;
  }
  return converse(*course, *first) == Outcome::failed ? machine_cannot : done;
}

} // namespace whodunit::cli
