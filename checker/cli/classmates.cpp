// SPDX-License-Identifier: MIT
#include "cli/classmates.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whodunit::cli {
namespace {

constexpr std::size_t most = 1000;

bool is_right(Key const& key, Field field, Answer const& given) {
  auto const truth = key.truth.find(field);
  if (truth != key.truth.end() && truth->second == given)
    return true;
  auto const lenient = key.leniency.find(field);
  return lenient != key.leniency.end() &&
         std::ranges::find(lenient->second.accept, given) != lenient->second.accept.end();
}

bool may_be_anothers(FieldGrade const& field) {
  return field.given && (field.verdict == Verdict::wrong || field.verdict == Verdict::half);
}

std::string written(Variant const& variant) {
  std::string text;
  for (auto const& [name, value] : variant)
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", name, value);
  return text;
}

} // namespace

void tell_classmates(Casebook const& casebook, Case const& asked, Grade& grade) {
  auto const open = std::ranges::count_if(grade.fields, may_be_anothers);
  if (asked.parameters.empty() || open == 0)
    return;
  for (auto const& variant : all_variants(asked.parameters, most)) {
    auto const key = casebook.open_key(asked.name, variant);
    if (variant == asked.variant || !key)
      continue;
    for (auto& field : grade.fields)
      if (may_be_anothers(field) && is_right(*key, field.field, *field.given) &&
          !field.reason.starts_with("This is the answer of another variant"))
        field.reason = fmt::format("This is the answer of another variant ({}). {}",
                                   written(variant), field.reason);
  }
}

} // namespace whodunit::cli
