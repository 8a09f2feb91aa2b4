// SPDX-License-Identifier: MIT
#include "seal/opening.hpp"

#include "seal/wording.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

bool is_asked(Case const& asked, Field field) {
  return std::ranges::find(asked.asks, field) != asked.asks.end();
}

double score_of(std::string_view scored) {
  return scored.starts_with('5') ? 0.5 : 0;
}

class Opener {
public:
  Opener(SealedSolution const& sealed, Case const& asked) : sealed_(sealed), asked_(asked) {}

  OpenedKey open(Diagnosis const& diagnosis, std::map<Field, Answer> const& seen) {
    open_messages(diagnosis);
    for (auto const& [field, answer] : diagnosis.answers)
      if (is_asked(asked_, field))
        try_on(field, answer);
    for (auto const& [field, answer] : seen)
      if (is_asked(asked_, field) && !holds(field, answer))
        opened_.differs.push_back(field);
    for (auto& hint : hints_) // the case's own word comes first
      opened_.key.misconceptions.push_back(std::move(hint));
    return std::move(opened_);
  }

private:
  CipherKey const& key_of(Field field, Answer const& answer) {
    auto const text = wording::answer(field, answer);
    auto const found = keys_.find(text);
    return found != keys_.end()
               ? found->second
               : keys_.emplace(text, stretch(text, sealed_.salt, Effort::answer)).first->second;
  }

  // \return whether it is right.
  bool try_on(Field field, Answer const& answer) {
    auto const boxes = sealed_.says.find(field);
    if (boxes == sealed_.says.end())
      return false;
    bool right = false;
    for (auto const& box : boxes->second)
      if (auto const text = open_box(key_of(field, answer), box))
        right = take(field, answer, *text) || right;
    return right;
  }

  bool take(Field field, Answer const& answer, std::string_view text) {
    auto const end = std::min(text.find('\n'), text.size());
    auto const word = text.substr(0, end);
    auto const rest = text.substr(std::min(end + 1, text.size()));
    auto& lenient = opened_.key.leniency[field];
    if (word == wording::half)
      lenient.half.push_back(answer);
    if (word == wording::hint && !rest.empty())
      hints_.push_back({{{field, answer}}, score_of(rest), std::string(rest.substr(1))});
    if (word != wording::right)
      return false;
    if (auto truth = parse_answer(field, rest))
      opened_.key.truth.insert_or_assign(field, std::move(*truth));
    lenient.accept.push_back(answer);
    return true;
  }

  // One run cannot show that a status varies.
  bool holds(Field field, Answer const& seen) {
    Answer const varies = StatusAnswer{StatusAnswer::Kind::varies};
    auto const known = opened_.key.truth.find(field);
    if (known != opened_.key.truth.end() && (known->second == seen || known->second == varies))
      return true;
    return try_on(field, seen) || (field == Field::status && try_on(field, varies));
  }

  void open_messages(Diagnosis const& diagnosis) {
    for (auto const& message : sealed_.messages) {
      Misconception misconception;
      std::string keys;
      for (auto const field : message.fields)
        if (auto const given = diagnosis.answers.find(field); given != diagnosis.answers.end()) {
          misconception.when.insert(*given);
          keys += bytes_of(key_of(field, given->second));
        }
      if (misconception.when.size() != message.fields.size())
        continue;
      auto const text = open_box(keyed_hash({}, "message", keys), message.box);
      if (!text || text->empty())
        continue;
      misconception.score = score_of(*text);
      misconception.message = text->substr(1);
      opened_.key.misconceptions.push_back(std::move(misconception));
    }
  }

  SealedSolution const& sealed_;
  Case const& asked_;
  OpenedKey opened_;
  std::vector<Misconception> hints_;
  std::map<std::string, CipherKey> keys_;
};

} // namespace

OpenedKey open_key(SealedSolution const& sealed, Case const& asked, Diagnosis const& diagnosis,
                   std::map<Field, Answer> const& seen) {
  return Opener(sealed, asked).open(diagnosis, seen);
}

CipherKey solution_key(SealedSolution const& sealed, Case const& asked,
                       std::map<Field, Answer> const& truth) {
  return stretch(wording::solution(asked, truth), sealed.salt, Effort::solution);
}

std::optional<Solution> open_solution(SealedSolution const& sealed, CipherKey const& key) {
  auto const text = open_box(key, sealed.solution);
  auto const json = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
  if (!json.is_object() || !json.contains("evidence") || !json.contains("files"))
    return std::nullopt;
  Solution solution;
  for (auto const& line : json["evidence"])
    solution.evidence.push_back(line.is_string() ? line.get<std::string>() : "");
  for (auto const& [name, content] : json["files"].items())
    solution.files.emplace(name, content.is_string() ? content.get<std::string>() : "");
  return solution;
}

} // namespace whodunit
