// SPDX-License-Identifier: MIT
#include "grading/grade.hpp"

#include "grading/reasons.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace whodunit {
namespace {

using Answers = std::map<Field, Answer>;

bool contains(std::vector<Answer> const& answers, Answer const& answer) {
  return std::ranges::find(answers, answer) != answers.end();
}

bool matches(Misconception const& misconception, Answers const& given) {
  return std::ranges::all_of(misconception.when, [&](auto const& condition) {
    auto const found = given.find(condition.first);
    return found != given.end() && found->second == condition.second;
  });
}

class Grader {
public:
  Grader(Case const& asked, Key const& key, Truth const& truth, Answers const& given)
      : asked_(asked), key_(key), truth_(truth), given_(given) {}

  FieldGrade grade(Field field) {
    auto const given = given_.find(field);
    if (given == given_.end())
      return {field,
              {},
              Verdict::unanswered,
              fmt::format("not answered yet: {}", facts(field).question)};
    if (is_right(field, given->second))
      return {field, given->second, Verdict::right, ""};
    auto const reason = reason_for(field, given->second);
    return {field, given->second, reason.half ? Verdict::half : Verdict::wrong, reason.text};
  }

private:
  Leniency const* leniency(Field field) const {
    auto const found = key_.leniency.find(field);
    return found == key_.leniency.end() ? nullptr : &found->second;
  }

  bool is_right(Field field, Answer const& given) const {
    auto const truth = truth_.values.find(field);
    auto const* const lenient = leniency(field);
    return (truth != truth_.values.end() && truth->second == given) ||
           (lenient != nullptr && contains(lenient->accept, given));
  }

  // All that fit, the most specific first.
  std::vector<Misconception const*> fitting(Field field) const {
    std::vector<Misconception const*> fitting;
    for (auto const& misconception : key_.misconceptions)
      if (misconception.when.contains(field) && matches(misconception, given_))
        fitting.push_back(&misconception);
    std::ranges::stable_sort(fitting, std::greater{},
                             [](auto const* one) { return one->when.size(); });
    return fitting;
  }

  // A message is said once, though it may explain several fields: the next one gets the next that
  // fits.
  std::string unsaid(std::vector<Misconception const*> const& fitting) {
    auto const found =
        std::ranges::find_if(fitting, [&](auto const* one) { return !said_.contains(one); });
    if (found == fitting.end())
      return "";
    said_.insert(*found);
    return (*found)->message;
  }

  // Of a number or a signal the rules compare with the truth; of the others they speak of what was
  // given, and a sealed key may keep the truth to itself.
  bool can_reason(Field field) const {
    return truth_.values.contains(field) || (field != Field::status && field != Field::signal);
  }

  Reason reason_for(Field field, Answer const& given) {
    auto const* const lenient = leniency(field);
    auto const fits = fitting(field);
    auto reason =
        can_reason(field) ? general_reason({asked_.name, field, given, truth_.values}) : Reason{};
    if (!fits.empty())
      reason.half = fits.front()->score > 0;
    if (auto message = unsaid(fits); !message.empty())
      reason.text = std::move(message);
    reason.half = reason.half || (lenient != nullptr && contains(lenient->half, given));
    return reason;
  }

  Case const& asked_;
  Key const& key_;
  Truth const& truth_;
  Answers const& given_;
  std::set<Misconception const*> said_;
};

double mark(Verdict verdict) {
  return verdict == Verdict::right ? 1 : verdict == Verdict::half ? 0.5 : 0;
}

} // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
  case Verdict::right:
    return "right";
  case Verdict::half:
    return "half";
  case Verdict::wrong:
    return "wrong";
  case Verdict::unanswered:
    return "unanswered";
  case Verdict::not_asked:
    break;
  }
  return "not-asked";
}

Grade grade(Case const& asked, Key const& key, Truth const& truth, Diagnosis const& diagnosis) {
  Grade grade{asked.name, {}, 0, true};
  Grader grader(asked, key, truth, diagnosis.answers);
  for (auto const field : asked.asks) {
    grade.fields.push_back(grader.grade(field));
    grade.score += mark(grade.fields.back().verdict);
    grade.solved = grade.solved && grade.fields.back().verdict == Verdict::right;
  }
  if (!asked.asks.empty())
    grade.score /= static_cast<double>(asked.asks.size());
  for (auto const& [field, answer] : diagnosis.answers)
    if (std::ranges::find(asked.asks, field) == asked.asks.end())
      grade.fields.push_back(
          {field, answer, Verdict::not_asked, "this case does not ask for it: left aside"});
  return grade;
}

} // namespace whodunit
