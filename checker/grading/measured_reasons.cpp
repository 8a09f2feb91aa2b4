// SPDX-License-Identifier: MIT
#include "grading/reasons.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr int shell_adds = 128;

Signal const* signal_of(std::map<Field, Answer> const& truth) {
  auto const found = truth.find(Field::signal);
  if (found == truth.end())
    return nullptr;
  auto const& signal = std::get<SignalAnswer>(found->second).signal;
  return signal ? &*signal : nullptr;
}

bool has_ended(WrongAnswer const& wrong) {
  return is_truth(wrong, EndingKind::exited) || is_truth(wrong, EndingKind::killed);
}

std::string ask_at_once(WrongAnswer const& wrong) {
  return fmt::format(
      "Run `whodunit run {}`, and let `echo $?` be the very next thing that you type: any command "
      "in between puts its own status there.",
      wrong.program);
}

// What a number means by itself, whoever shows it; empty if it is nothing special.
std::string what_it_says(int status) {
  switch (status) {
  case 0:
    return "0 says that the last command succeeded.";
  case 124:
    return "124 is what `timeout` says when it lost patience.";
  case 126:
    return "126 is your shell's own word for a file that it found and could not execute.";
  case 127:
    return "127 is your shell's own word for a command that it did not find: a slip in the name?";
  case shell_adds + 2:
    return "130 is 128 + 2, and signal 2 is what ^C sends: was it you?";
  case shell_adds + 20:
    return "148 is 128 + 20, and signal 20 is what ^Z sends: was it you?";
  default:
    if (auto const signal = Signal::from_number(status - shell_adds))
      return fmt::format("{} would be 128 + {}, {}.", status, signal->number(), signal->name());
    return "";
  }
}

Reason wrong_number(WrongAnswer const& wrong, int given, StatusAnswer truth) {
  auto const* const signal = signal_of(wrong.truth);
  if (truth.kind == StatusAnswer::Kind::varies)
    return {false, fmt::format("You may well have seen {}, once. Run it five times more: is it "
                               "always the same?",
                               given)};
  if (truth.kind == StatusAnswer::Kind::none)
    return {false,
            fmt::format("Whose number is {}? `$?` speaks of a command that has ended, perhaps "
                        "because you or a time limit ended it. Look at it before that: `ps -o "
                        "pid,stat,wchan:20,cmd -C {}`.",
                        given, wrong.program)};
  if (signal != nullptr && given == signal->number())
    return {false,
            fmt::format("{0} on its own would be a program that returned {0}. Your shell shows a "
                        "death by signal as another number, so that you can tell the two apart. "
                        "{1}",
                        given, ask_at_once(wrong))};
  if (given == truth.value + shell_adds)
    return {false, "Did you add 128 yourself? Your shell does that for one kind of end only. " +
                       ask_at_once(wrong)};
  auto const says = what_it_says(given);
  return {false, fmt::format("{}{}{}", says, says.empty() ? "" : " ", ask_at_once(wrong))};
}

Reason status_reason(WrongAnswer const& wrong) {
  auto const given = std::get<StatusAnswer>(wrong.given);
  auto const truth = std::get<StatusAnswer>(wrong.truth.at(Field::status));
  if (given.kind == StatusAnswer::Kind::value)
    return wrong_number(wrong, given.value, truth);
  if (given.kind == StatusAnswer::Kind::varies)
    return {false, "Varies is for a number that changes from run to run. Run it five times, each "
                   "followed by `echo $?`: what do you see?"};
  return {false, "None is for a process that has not ended. Did the prompt come back by itself? " +
                     ask_at_once(wrong)};
}

Reason signal_reason(WrongAnswer const& wrong) {
  auto const given = std::get<SignalAnswer>(wrong.given);
  auto const* const truth = signal_of(wrong.truth);
  auto const how_it_ended =
      fmt::format("strace's last line knows: `strace {} 2>&1 | tail -1` says either `exited with` "
                  "or `killed by`.",
                  wrong.program);
  if (given.written_status != 0 && truth != nullptr)
    return {false, fmt::format("{} is the shell's 128 + {}: what is signal {}? (`whodunit "
                               "signals` is the table.)",
                               given.written_status, given.written_status - shell_adds,
                               given.written_status - shell_adds)};
  if (given.written_status != 0)
    return {false,
            fmt::format("{} is a number of your shell's. It can be 128 + {}, and it can be "
                        "what the program itself returned: which? {}",
                        given.written_status, given.written_status - shell_adds, how_it_ended)};
  if (!given.signal)
    return {false, has_ended(wrong) ? "Then it would have returned by itself. " + how_it_ended
                                    : fmt::format("Then nothing would hold it back. Which letter "
                                                  "stands in STAT: `ps -o pid,stat,cmd -C {}`?",
                                                  wrong.program)};
  if (truth == nullptr && !is_truth(wrong, Victim::self))
    return {false,
            fmt::format("The question is about the process that you started, not about others "
                        "below it: each has an end of its own. `strace -f {}` shows them all.",
                        wrong.program)};
  if (truth == nullptr)
    return {false, fmt::format("A number or a word may look like {} without one: a program can "
                               "return any number, and print any word. {}",
                               given.signal->name(), how_it_ended)};
  return {false, fmt::format("{} would show as {} in `echo $?`. {} Is that what you saw?",
                             given.signal->name(), given.signal->number() + shell_adds,
                             given.signal->usual_cause())};
}

Reason ending_reason(WrongAnswer const& wrong) {
  auto const given = static_cast<EndingKind>(std::get<Term>(wrong.given).index);
  bool const given_ended = given == EndingKind::exited || given == EndingKind::killed;
  auto const look = fmt::format("`ps -o pid,stat,wchan:20,cmd -C {}`, from another terminal while "
                                "nothing happens, and read the first letter of STAT",
                                wrong.program);
  if (given_ended && has_ended(wrong))
    return {false, fmt::format("`$?` cannot tell you: a number above 128 may have been returned by "
                               "the program, or be how your shell shows a signal, and then the "
                               "process itself returned nothing. `strace {} 2>&1 | tail -1` "
                               "says which.",
                               wrong.program)};
  if (given_ended)
    return {false, fmt::format("Who ended it? What you saw may be the end that you, or a time "
                               "limit, gave it. Look before that: {}.",
                               look)};
  if (has_ended(wrong))
    return {false, "Did the prompt come back by itself? Then it is over, and the question is how: "
                   "did it return, or was it ended?"};
  return {false, fmt::format("Another letter stands for that. Look once more: {} (ps(1), \"PROCESS "
                             "STATE CODES\").",
                             look)};
}

Reason core_reason(WrongAnswer const& wrong) {
  if (std::get<Term>(wrong.given) == term(Core::not_applicable))
    return {false, "That is for a process which no signal ended. Is this one of those?"};
  if (!is_truth(wrong, EndingKind::killed))
    return {false, "Only a death by a signal can leave a core. Was there one? `strace` says in its "
                   "last line either `exited with` or `killed by`."};
  return {false, "One bit of the wait status says so, and your shell passes it on: does it add "
                 "`(core dumped)` to its message? Not every signal dumps (`whodunit signals` shows "
                 "the default actions), and `ulimit -c 0` forbids it."};
}

} // namespace

Reason measured_reason(WrongAnswer const& wrong) {
  switch (wrong.field) {
  case Field::status:
    return status_reason(wrong);
  case Field::signal:
    return signal_reason(wrong);
  case Field::core:
    return core_reason(wrong);
  default:
    return ending_reason(wrong);
  }
}

} // namespace whodunit
