// SPDX-License-Identifier: MIT
#include "dialogue/verdicts.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

struct Judged {
  Mark mark;
  std::string_view word;
};

Judged judged(Verdict verdict) {
  switch (verdict) {
  case Verdict::right:
    return {Mark::good, "right"};
  case Verdict::half:
    return {Mark::half, "half right"};
  case Verdict::wrong:
    return {Mark::bad, "not right"};
  case Verdict::unanswered:
  case Verdict::not_asked:
    break;
  }
  return {Mark::open, "open"};
}

} // namespace

void show_verdicts(Terminal const& screen, Grade const& grade) {
  screen.print("\n");
  for (auto const& field : grade.fields) {
    if (field.verdict == Verdict::not_asked)
      continue;
    auto const [mark, word] = judged(field.verdict);
    auto const given = field.given ? label(*field.given) : "not answered yet";
    screen.say(given,
               fmt::format("  {} {:<10}  {:<8} ", screen.mark(mark), word, code(field.field)));
    if (field.verdict != Verdict::right && !field.reason.empty())
      screen.say(field.reason, "      ");
  }
}

std::vector<Field> not_yet_right(Grade const& grade) {
  std::vector<Field> fields;
  for (auto const& field : grade.fields)
    if (field.verdict != Verdict::right && field.verdict != Verdict::not_asked)
      fields.push_back(field.field);
  return fields;
}

} // namespace whodunit
