// SPDX-License-Identifier: MIT
#include "dialogue/question.hpp"

#include "report/case_text.hpp"

#include <charconv>
#include <fmt/format.h>

namespace whodunit {
namespace {

void show_choices(Terminal const& screen, std::vector<Term> const& list) {
  int number = 0;
  for (auto const choice : list)
    screen.say(facts(choice).label, fmt::format("  {:>2}  ", ++number));
}

void explain_choices(Terminal const& screen, std::vector<Term> const& list) {
  int number = 0;
  for (auto const choice : list) {
    auto const& [code, label, definition, aliases] = facts(choice);
    auto const meaning = definition.empty() ? "" : fmt::format(": {}", definition);
    screen.say(fmt::format("{} ({}){}", label, code, meaning), fmt::format("  {:>2}  ", ++number));
  }
  screen.say("Give a number, or a name that you would use for it.");
}

void explain_signals(Terminal const& screen) {
  constexpr std::size_t column = 13;
  std::string row;
  for (int number = 1; number < first_realtime_signal - 2; ++number) { // 32 and 33 are nobody's
    if (row.size() + column > screen.width())
      screen.print(std::exchange(row, "") + "\n");
    row += fmt::format("{:>4} {:<8}", number, Signal::from_number(number)->name().substr(3));
  }
  screen.print(row + "\n");
  screen.say("A name, with or without SIG, or its number; `none` if there was none.");
}

void explain(Terminal const& screen, Case const& asked, Field field) {
  if (field == Field::signal)
    explain_signals(screen);
  else if (field == Field::status)
    screen.say("A number from 0 to 255; `varies` if it is not the same each time; `none` if there "
               "is none yet.");
  else if (field == Field::where)
    screen.say(
        "One word that you have seen: a function, a file, a process, an address or a descriptor.");
  else
    explain_choices(screen, choices(asked, field));
  screen.say("h gives a hint. q leaves; what you have solved is kept.");
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const whole = failed == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

std::optional<Answer> read_answer(std::vector<Term> const& list, Field field,
                                  std::string_view text) {
  if (auto const number = number_of(text); number && *number >= 1 && *number <= list.size())
    return list[*number - 1];
  return parse_answer(field, text);
}

void refuse(Terminal const& screen, std::vector<Term> const& list, Field field,
            std::string_view text) {
  if (text.find('\x1b') != std::string_view::npos)
    return screen.say(
        "An arrow or function key was in that line; here you only type, and end with Enter.");
  if (!list.empty() && number_of(text))
    return screen.say(
        fmt::format("There are {} choices: a number from 1 to {}, or a name. ? explains them.",
                    list.size(), list.size()));
  constexpr std::size_t enough = 60;
  auto const [problem, advice] = why_not(field, text.substr(0, enough));
  bool const near = advice.starts_with("did you mean");
  if (list.empty() || near)
    return screen.say(problem + (advice.empty() ? "." : "; " + advice));
  screen.say(problem + "; a number from the list does as well, and ? explains them.");
}

} // namespace

void show_next_hint(Terminal const& screen, Course& course, Case const& asked) {
  auto const open = course.open_hints(asked);
  if (open < asked.hints.size())
    course.record({EventKind::hinted, asked.name, 0, static_cast<int>(open + 1)});
  for (std::size_t index = 0; index < course.open_hints(asked); ++index)
    screen.say(asked.hints[index], fmt::format("  Hint {}  ", index + 1));
  auto const left = asked.hints.size() - course.open_hints(asked);
  screen.say(left == 0   ? "These are all the hints that there are."
             : left == 1 ? "One more hint is left."
                         : fmt::format("{} more hints are left.", left));
}

std::optional<Answer> ask_question(Console& console, Course& course, Case const& asked,
                                   Field field) {
  auto const& screen = console.screen();
  auto const list = choices(asked, field);
  screen.print("\n" + screen.bold(screen.wrap(facts(field).question)));
  show_choices(screen, list);
  while (true) {
    auto const text = console.ask(fmt::format("{}> ", code(field)));
    if (!text || *text == "q")
      return std::nullopt;
    if (*text == "?")
      explain(screen, asked, field);
    else if (*text == "h")
      show_next_hint(screen, course, asked);
    else if (text->empty())
      screen.say("Type an answer, ? to see what may be said, h for a hint, or q to leave.");
    else if (auto answer = read_answer(list, field, *text))
      return answer;
    else
      refuse(screen, list, field, *text);
  }
}

} // namespace whodunit
