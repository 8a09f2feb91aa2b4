// SPDX-License-Identifier: MIT
#include "seal/sealing.hpp"

#include "grading/reasons.hpp"
#include "seal/wording.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

std::string text_of(Solution const& solution) {
  nlohmann::json const json{{"evidence", solution.evidence}, {"files", solution.files}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Another key is another seal, even of the same solution.
std::string text_of(Key const& key) {
  std::string text;
  for (auto const& [field, answer] : key.truth)
    text += wording::answer(field, answer);
  for (auto const& misconception : key.misconceptions)
    text += wording::scored(misconception.score, misconception.message) + "\n";
  return text;
}

class Sealer {
public:
  Sealer(Case const& asked, Key const& key, CipherKey const& pack_secret)
      : asked_(asked), key_(key), pack_secret_(pack_secret) {}

  SealedSolution seal(Solution const& solution) {
    auto const content = text_of(solution);
    auto const hash = keyed_hash(pack_secret_, "salt " + asked_.name, text_of(key_) + content);
    sealed_.salt = *array_of<Salt>(bytes_of(hash).substr(0, sizeof(Salt)));
    for (auto const field : asked_.asks)
      seal_field(field);
    for (auto const& misconception : key_.misconceptions)
      seal_message(misconception);
    sealed_.solution =
        close_box(stretch(wording::solution(asked_, key_.truth), sealed_.salt, Effort::solution),
                  pack_secret_, content);
    return std::move(sealed_);
  }

private:
  CipherKey const& key_of(Field field, Answer const& answer) {
    auto const text = wording::answer(field, answer);
    auto const found = keys_.find(text);
    return found != keys_.end()
               ? found->second
               : keys_.emplace(text, stretch(text, sealed_.salt, Effort::answer)).first->second;
  }

  void say(Field field, Answer const& value, std::string_view word, std::string_view text) {
    sealed_.says[field].push_back(close_box(key_of(field, value), pack_secret_,
                                            std::string(word) + "\n" + std::string(text)));
  }

  void seal_field(Field field) {
    auto const& truth = key_.truth.at(field);
    auto const found = key_.leniency.find(field);
    auto const lenient = found == key_.leniency.end() ? Leniency{} : found->second;
    say(field, truth, wording::right, to_string(truth));
    for (auto const& value : lenient.accept)
      if (value != truth)
        say(field, value, wording::right, to_string(truth));
    for (auto const& value : lenient.half)
      say(field, value, wording::half, "");
    seal_hints(field);
    std::ranges::sort(sealed_.says[field]); // their order would tell which is the right one
  }

  // The general rule may know the truth: a cause of the right family is worth half. What it says
  // without that knowledge needs no box.
  void seal_hints(Field field) {
    for (std::size_t i = 0; i < terms(field).size(); ++i) {
      Answer const value = Term{field, static_cast<std::uint8_t>(i)};
      if (value == key_.truth.at(field))
        continue;
      auto const knowing = general_reason({asked_.name, field, value, key_.truth});
      auto truth = key_.truth;
      for (auto const sealed : {Field::agent, Field::cause})
        truth.erase(sealed);
      auto const blind = general_reason({asked_.name, field, value, truth});
      if (knowing.half != blind.half || knowing.text != blind.text)
        say(field, value, wording::hint, wording::scored(knowing.half ? 0.5 : 0, knowing.text));
    }
  }

  void seal_message(Misconception const& misconception) {
    SealedMessage message;
    std::string keys;
    for (auto const& [field, answer] : misconception.when) {
      message.fields.push_back(field);
      keys += bytes_of(key_of(field, answer));
    }
    message.box = close_box(keyed_hash({}, "message", keys), pack_secret_,
                            wording::scored(misconception.score, misconception.message));
    sealed_.messages.push_back(std::move(message));
  }

  Case const& asked_;
  Key const& key_;
  CipherKey const& pack_secret_;
  SealedSolution sealed_;
  std::map<std::string, CipherKey> keys_;
};

} // namespace

SealedSolution seal(Case const& asked, Key const& key, Solution const& solution,
                    CipherKey const& pack_secret) {
  return Sealer(asked, key, pack_secret).seal(solution);
}

} // namespace whodunit
