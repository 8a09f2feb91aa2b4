// SPDX-License-Identifier: MIT
#include "dialogue/tour.hpp"

#include "report/case_text.hpp"
#include "report/map.hpp"
#include "report/program_name.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

std::string about(Case const& entry) {
  return fmt::format("{}: {}, about {} minutes", entry.name, entry.title, entry.minutes);
}

void show_knowledge(Terminal const& screen, Course const& course, int chapter) {
  std::vector<Case> solved;
  for (auto const& entry : course.cases())
    if (entry.chapter == chapter)
      solved.push_back(entry);
  screen.print("\n" + screen.bold(screen.wrap("What you know now")));
  show_map(screen, solved, course.progress().solved);
}

void show_end(Terminal const& screen) {
  screen.print("\n");
  screen.say(
      "These are all the cases that there are. The next is a program of your own that died:");
  screen.print(fmt::format("    {} autopsy -- COMMAND\n", program_name()));
}

void say_goodbye(Terminal const& screen, Course const& course) {
  auto const* const next = course.next();
  if (next == nullptr)
    return;
  screen.say("What you have solved is kept. Back to it:");
  screen.print(fmt::format("    {} answer {}\n", program_name(), short_name(*next)));
}

} // namespace

void welcome(Terminal const& screen) {
  screen.print(screen.bold(screen.wrap("Welcome to Whodunit.")));
  screen.say(
      "Here programs die on purpose. Run one, look at what it leaves behind, and say who did it.");
  screen.say("A wrong answer gets a reason and another try, q or ^D leaves at any time, and what "
             "is solved stays solved.");
}

void show_whereabouts(Terminal const& screen, Course const& course) {
  auto const program = program_name();
  auto const* const next = course.next();
  screen.say(fmt::format("You have solved {} of {} cases.", course.progress().solved.size(),
                         course.cases().size()));
  if (next == nullptr)
    return show_end(screen);
  auto const number = short_name(*next);
  screen.say("Next is " + about(*next) + ".");
  screen.print("\n");
  for (auto const& [arguments, meaning] :
       {std::pair{"answer " + number, "what happened, question by question"},
        std::pair{"run " + number, "let it die, contained, before your eyes"},
        std::pair{"hint " + number, "one hint more"}, std::pair{std::string("list"), "all cases"}})
    screen.say(meaning, fmt::format("  {} {:<12} ", program, arguments));
}

Outcome tour(Console& console, Course& course, Referee const& referee, Case const& first) {
  auto const& screen = console.screen();
  std::optional<Outcome> outcome;
  for (Case const* entry = &first; entry != nullptr; entry = course.next(entry)) {
    bool const known = course.solved_chapter(entry->chapter);
    auto const ended = Interview(console, course, referee, *entry).hold();
    outcome = outcome.value_or(ended);
    if (ended != Outcome::solved) {
      say_goodbye(screen, course);
      break;
    }
    if (!known && course.solved_chapter(entry->chapter))
      show_knowledge(screen, course, entry->chapter);
    auto const* const next = course.next(entry);
    if (next == nullptr) {
      show_end(screen);
      break;
    }
    screen.print("\n" + screen.wrap("Next is " + about(*next) + "."));
    auto const reply = console.ask("Enter to go on, q to leave> ");
    if (!reply || *reply == "q") {
      say_goodbye(screen, course);
      break;
    }
  }
  return *outcome;
}

} // namespace whodunit
