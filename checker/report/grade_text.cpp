// SPDX-License-Identifier: MIT
#include "report/grade_text.hpp"

#include "report/paragraph.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

std::string_view word_for(Verdict verdict) {
  switch (verdict) {
  case Verdict::unanswered:
    return "open";
  case Verdict::not_asked:
    return "aside";
  default:
    return to_string(verdict);
  }
}

std::size_t asked(Grade const& grade) {
  return grade.fields.size() - static_cast<std::size_t>(std::ranges::count(
                                   grade.fields, Verdict::not_asked, &FieldGrade::verdict));
}

} // namespace

std::string field_text(FieldGrade const& field) {
  auto const given = field.given ? printable(to_string(*field.given)) : "";
  auto line = fmt::format("  {:<7} {:<8} {}", word_for(field.verdict), code(field.field), given);
  line.resize(line.find_last_not_of(' ') + 1);
  return line + '\n' + (field.reason.empty() ? "" : paragraph("          ", field.reason));
}

std::string grade_text(Grade const& grade, Key const& key) {
  std::string text;
  for (auto const& field : grade.fields)
    text += field_text(field);
  if (grade.solved) {
    text += fmt::format("\n{} is solved. What decides it:\n", grade.case_name);
    for (auto const& line : key.evidence)
      text += paragraph("  ", line);
    return text;
  }
  auto const right = std::ranges::count(grade.fields, Verdict::right, &FieldGrade::verdict);
  text += fmt::format("\n{} of {} right in {}. Stuck? whodunit hint {}\n", right, asked(grade),
                      grade.case_name, grade.case_name);
  return text;
}

} // namespace whodunit
