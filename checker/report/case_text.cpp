// SPDX-License-Identifier: MIT
#include "report/case_text.hpp"

#include "report/program_name.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

std::string what_to_give(Case const& asked, Field field) {
  switch (field) {
  case Field::status:
    return "a number from 0 to 255, `varies` or `none`";
  case Field::signal:
    return "a name or a number, or `none`";
  case Field::where:
    return "a word";
  default:
    break;
  }
  std::string codes;
  for (auto const choice : choices(asked, field))
    codes += (codes.empty() ? "" : ", ") + std::string(code(choice));
  return codes.empty() ? fmt::format("see {} vocabulary {}", program_name(), code(field)) : codes;
}

} // namespace

std::string short_name(Case const& asked) {
  constexpr std::string_view prefix = "mystery";
  return asked.name.starts_with(prefix) ? asked.name.substr(prefix.size()) : asked.name;
}

void show_briefing(Terminal const& screen, Case const& asked) {
  screen.print("\n" + screen.bold(screen.wrap(fmt::format("{}: {}", asked.name, asked.title))) +
               "\n");
  screen.say(asked.briefing);
}

std::vector<Term> choices(Case const& asked, Field field) {
  std::vector<Term> list;
  if (field == Field::cause)
    list = asked.cause_choices;
  else
    for (std::size_t index = 0; index < terms(field).size(); ++index)
      list.push_back({field, static_cast<std::uint8_t>(index)});
  std::ranges::sort(list);
  return list;
}

void show_questions(Terminal const& screen, Case const& asked) {
  std::string settings;
  for (auto const field : asked.asks) {
    screen.say(facts(field).question, fmt::format("  {:<8} ", code(field)));
    screen.say(what_to_give(asked, field), std::string(11, ' '));
    settings += fmt::format(" --set {}=…", code(field));
  }
  screen.print("\n");
  screen.print(fmt::format("    {} answer {}{}\n", program_name(), short_name(asked), settings));
}

} // namespace whodunit
