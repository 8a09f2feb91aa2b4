// SPDX-License-Identifier: MIT
#include "authoring/text_rules.hpp"
#include "grading/grade.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whodunit {
namespace {

using Answers = std::map<Field, Answer>;

bool asks(Case const& asked, Field field) {
  return std::ranges::find(asked.asks, field) != asked.asks.end();
}

class GradingRules {
public:
  GradingRules(Dossier const& dossier, Findings& findings)
      : dossier_(dossier), asked_(*dossier.asked), key_(*dossier.key), findings_(findings) {
    for (auto const field : asked_.asks)
      if (auto const truth = key_.truth.find(field); truth != key_.truth.end())
        truth_.insert(*truth);
  }

  void check() {
    if (truth_.size() != asked_.asks.size())
      return complain(Rule::full_marks, {"truth"}, "a field is asked that has no truth",
                      "state it in [truth]");
    check_full_marks();
    check_choices();
    for (auto const& misconception : key_.misconceptions)
      check_misconception(misconception);
    check_wrong_choices();
    for (auto const field : asked_.asks)
      check_reasons(field);
    check_words();
  }

private:
  void complain(Rule rule, std::initializer_list<std::string_view> path, std::string problem,
                std::string advice = {}) {
    findings_.add(rule, {dossier_.key_file(), place_of(dossier_.key_text, path), std::move(problem),
                         std::move(advice)});
  }

  Grade graded(Answers answers) const {
    return grade(asked_, key_, Truth{key_.truth, {}},
                 Diagnosis{asked_.name, std::move(answers), {}});
  }

  void check_full_marks() {
    if (auto const full = graded(truth_); !full.solved)
      complain(Rule::full_marks, {"truth"}, fmt::format("the truth scores {}", full.score));
    for (auto const& [field, lenient] : key_.leniency)
      for (auto const& value : lenient.accept) {
        auto answers = truth_;
        answers.insert_or_assign(field, value);
        if (asks(asked_, field) && !graded(answers).solved)
          complain(
              Rule::full_marks, {"accept", code(field)},
              fmt::format("\"{}\" is accepted and does not score full marks", to_string(value)));
      }
  }

  void check_choices() {
    auto const& choices = asked_.cause_choices;
    if (asks(asked_, Field::cause) &&
        std::ranges::find(choices, std::get<Term>(key_.truth.at(Field::cause))) == choices.end())
      findings_.add(Rule::choices, {dossier_.case_file(), place_of(dossier_.case_text, {"choices"}),
                                    "the truth is not among the choices of the cause"});
  }

  void wrong(Misconception const& misconception, std::string problem, std::string advice = {}) {
    auto const first =
        misconception.message.substr(0, misconception.message.find_first_of("\"\\\n"));
    findings_.add(Rule::misconceptions,
                  {dossier_.key_file(), place_in(dossier_.key_text, first),
                   fmt::format("{}: {}", described(misconception), problem), std::move(advice)});
  }

  static std::string described(Misconception const& misconception) {
    std::vector<std::string> parts;
    for (auto const& [field, answer] : misconception.when)
      parts.push_back(fmt::format("{} = {}", code(field), to_string(answer)));
    return fmt::format("the misconception {}", fmt::join(parts, ", "));
  }

  void check_misconception(Misconception const& misconception) {
    Field decisive{};
    bool any_wrong = false;
    for (auto const& [field, answer] : misconception.when) {
      if (!asks(asked_, field))
        return wrong(misconception, fmt::format("\"{}\" is not asked", code(field)),
                     "nobody will ever read it");
      if (truth_.at(field) != answer) {
        decisive = field;
        any_wrong = true;
      }
    }
    if (!any_wrong)
      return wrong(misconception, "it is the truth");
    if (std::ranges::count(key_.misconceptions, misconception.when, &Misconception::when) > 1)
      return wrong(misconception, "it is there twice");
    check_shown(misconception, decisive);
  }

  bool shows(Answers answers, Misconception const& misconception) const {
    for (auto const& [field, answer] : misconception.when)
      answers.insert_or_assign(field, answer);
    auto const result = graded(std::move(answers));
    return std::ranges::any_of(
        result.fields, [&](auto const& field) { return field.reason == misconception.message; });
  }

  // Beside right answers, or by itself where a more specific one speaks for those.
  void check_shown(Misconception const& misconception, Field decisive) {
    if (!shows(truth_, misconception) && !shows({}, misconception))
      return wrong(misconception, "its message is not shown",
                   "is one of its values accepted, or is another more specific?");
    if (misconception.when.size() != 1)
      return;
    auto const result = graded(misconception.when);
    auto const verdict = std::ranges::find(result.fields, decisive, &FieldGrade::field)->verdict;
    auto const expected = misconception.score > 0 ? Verdict::half : Verdict::wrong;
    if (verdict != expected)
      wrong(misconception,
            fmt::format("it is {}, and its score says {}", to_string(verdict), to_string(expected)),
            "[half], or the family of a cause, gives half the mark: say score = 0.5");
  }

  void check_wrong_choices() {
    for (auto const choice : asked_.cause_choices) {
      if (Answer(choice) == key_.truth.at(Field::cause))
        continue;
      bool const met = std::ranges::any_of(key_.misconceptions, [&](auto const& one) {
        return one.when == Answers{{Field::cause, choice}};
      });
      if (!met)
        complain(Rule::misconceptions, {"misconception"},
                 fmt::format("the choice \"{}\" of the cause has no misconception", code(choice)),
                 "say why somebody thinks so, and what speaks against it");
    }
  }

  static std::vector<Answer> others(Field field) {
    std::vector<Answer> values;
    auto const all = terms(field);
    for (std::size_t index = 0; index < all.size(); ++index)
      values.emplace_back(Term{field, static_cast<std::uint8_t>(index)});
    static constexpr std::array<std::string_view, 13> statuses{
        "0", "1", "2", "3", "124", "126", "127", "134", "137", "139", "255", "varies", "none"};
    if (field == Field::status)
      for (auto const text : statuses)
        values.push_back(*parse_answer(field, text));
    if (field == Field::signal) {
      values.emplace_back(SignalAnswer{});
      for (int number = 1; number < 65; ++number)
        if (auto const signal = Signal::from_number(number))
          values.emplace_back(SignalAnswer{*signal});
    }
    if (field == Field::where)
      values.emplace_back(Word{"somewhere_else"});
    return values;
  }

  // Of a free word no general rule knows more than that it is another one.
  void check_words() {
    if (asks(asked_, Field::where) &&
        std::ranges::none_of(key_.misconceptions,
                             [](auto const& one) { return one.when.contains(Field::where); }))
      complain(Rule::reasons, {"misconception"}, "no wrong answer to where has a reason of its own",
               "which word would somebody name who has looked, but not far enough?");
  }

  void check_reasons(Field field) {
    for (auto const& value : others(field)) {
      auto answers = truth_;
      answers.insert_or_assign(field, value);
      auto const result = graded(answers);
      auto const& given = *std::ranges::find(result.fields, field, &FieldGrade::field);
      if (given.verdict != Verdict::right && given.reason.empty())
        return complain(
            Rule::reasons, {"misconception"},
            fmt::format("the wrong answer {} = {} gets no reason", code(field), to_string(value)));
    }
  }

  Dossier const& dossier_;
  Case const& asked_;
  Key const& key_;
  Findings& findings_;
  Answers truth_;
};

} // namespace

void check_grading(Dossier const& dossier, Findings& findings) {
  GradingRules(dossier, findings).check();
}

} // namespace whodunit
