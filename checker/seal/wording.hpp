// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The texts that keys are stretched from, and the texts in boxes: what sealing writes and opening
/// reads. All of it is part of the format of a sealed file.

#include "casebook/case.hpp"
#include "fate/canonical.hpp"

#include <map>
#include <string>
#include <string_view>

namespace whodunit::wording {

constexpr std::string_view right = "right"; ///< then the key's own value
constexpr std::string_view half = "half";   ///< then nothing
constexpr std::string_view hint = "hint";   ///< then the score and the general reason

/// What one answer's key is stretched from.
inline std::string answer(Field field, Answer const& value) {
  return std::string(code(field)) + "=" + canonical(value) + "\n";
}

/// What the solution's key is stretched from; \p truth has every asked field.
inline std::string solution(Case const& asked, std::map<Field, Answer> const& truth) {
  std::string text;
  for (auto const field : asked.asks)
    text += answer(field, truth.at(field));
  return text;
}

/// A score and a text: a message, or a hint.
inline std::string scored(double score, std::string_view text) {
  return std::string(score > 0 ? "5" : "0") + std::string(text);
}

} // namespace whodunit::wording
