// SPDX-License-Identifier: MIT
#include "dialogue/interview.hpp"

#include "dialogue/foreground.hpp"
#include "dialogue/question.hpp"
#include "dialogue/verdicts.hpp"
#include "fate/shell.hpp"
#include "report/case_text.hpp"
#include "report/program_name.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

// What a shell says of a child's death; of an interrupt, a broken pipe or an exit it says nothing.
std::string shell_message(Ending const& ending) {
  auto const* const killed = std::get_if<Killed>(&ending);
  constexpr int interrupt = 2;
  constexpr int broken_pipe = 13;
  if (killed == nullptr || killed->signal.number() == broken_pipe)
    return "";
  if (killed->signal.number() == interrupt)
    return "\n";
  return fmt::format("{}{}\n", killed->signal.description(),
                     killed->core_dumped ? " (core dumped)" : "");
}

// 124 to 127 can be our own word (a limit, a fault) as well as the mystery's: then the learner says
// what it was.
bool speaks_for_the_mystery(int status) {
  return status < 124 || status > 127;
}

} // namespace

Outcome Interview::hold() {
  show_briefing(screen(), asked_);
  if (auto const admitted = referee_.admit(asked_); !admitted)
    return give_up(admitted.error());
  if (!offer_run())
    return Outcome::left;
  if (!asked_.lead.empty())
    screen().print("\n" + screen().wrap(asked_.lead));
  auto fields = asked_.asks;
  if (seen_ && speaks_for_the_mystery(*seen_) && std::erase(fields, Field::status) > 0)
    diagnosis_.answers[Field::status] = StatusAnswer{StatusAnswer::Kind::value, *seen_};
  while (ask_all(fields)) {
    auto const judgement = referee_.judge(asked_, diagnosis_);
    if (!judgement)
      return give_up(judgement.error());
    auto const& grade = judgement->grade;
    course_.record(
        {grade.solved ? EventKind::solved : EventKind::attempted, asked_.name, grade.score});
    show_verdicts(screen(), grade);
    if (grade.solved) {
      celebrate(*judgement);
      return Outcome::solved;
    }
    fields = not_yet_right(grade);
    if (!try_again())
      break;
  }
  return Outcome::left;
}

Outcome Interview::give_up(Error const& error) const {
  screen().print("\n" + printable(to_string(error), true) + "\n");
  return Outcome::failed;
}

bool Interview::offer_run() {
  screen().print("\n");
  screen().say(fmt::format("Enter runs {} here, contained; q leaves.", asked_.name));
  screen().say("Or run it in a shell of your own, and then type s for \"seen\":");
  screen().print(fmt::format("    {} run {}\n", program_name(), short_name(asked_)));
  while (true) {
    auto const reply = console_.ask("> ");
    if (!reply || *reply == "q")
      return false;
    if (*reply == "s")
      return true;
    if (!reply->empty()) {
      screen().say("Enter runs it; s: you have seen it run; q leaves.");
      continue;
    }
    run();
    return !seen_ || show_status(*seen_);
  }
}

void Interview::run() {
  screen().print(fmt::format("$ {}\n", asked_.name));
  auto const ending = run_in_foreground({"run", asked_.name});
  if (!ending)
    return screen().say(to_string(ending.error()));
  screen().print(shell_message(*ending));
  seen_ = shell_status(Shell::bash, *ending);
}

bool Interview::show_status(int status) {
  std::optional<Answer> guess;
  if (asked_.predicts == Field::status) {
    screen().print("\n" +
                   screen().bold(screen().wrap("Before you look: what will `echo $?` say?")));
    screen().say("A guess is welcome, and nobody keeps it; Enter just looks.");
    while (!guess) {
      auto const reply = console_.ask("$?> ");
      if (!reply || *reply == "q")
        return false;
      if (reply->empty())
        break;
      guess = parse_answer(Field::status, *reply);
      if (!guess)
        screen().say("A number from 0 to 255, or Enter to look.");
    }
  }
  screen().print(fmt::format("$ echo $?\n{}\n", status));
  if (guess)
    screen().say(*guess == Answer(StatusAnswer{StatusAnswer::Kind::value, status})
                     ? "Just as you said."
                     : fmt::format("You said {}.", label(*guess)));
  return true;
}

bool Interview::ask_all(std::vector<Field> const& fields) {
  if (diagnosis_.answers.size() < asked_.asks.size()) // the first round
    screen().print("\n" + screen().faint(screen().wrap(
                              "? explains what may be said, h gives a hint, q leaves.")));
  for (auto const field : fields) {
    auto answer = ask_question(console_, course_, asked_, field);
    if (!answer)
      return false;
    diagnosis_.answers[field] = std::move(*answer);
  }
  return true;
}

bool Interview::try_again() {
  while (true) {
    screen().print("\n");
    screen().say("Enter asks again what is not right yet, h gives a hint, q leaves.");
    auto const reply = console_.ask("> ");
    if (!reply || *reply == "q")
      return false;
    if (*reply != "h")
      return true;
    show_next_hint(screen(), course_, asked_);
  }
}

void Interview::celebrate(Judgement const& judgement) {
  screen().print("\n" + screen().bold(screen().wrap(fmt::format("{} is solved.", asked_.name))));
  for (auto const& line : judgement.evidence)
    screen().say(line, "  ");
}

} // namespace whodunit
