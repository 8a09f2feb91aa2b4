// SPDX-License-Identifier: MIT
#include "fate/folding.hpp"

#include <array>

namespace whodunit {
namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";

} // namespace

std::string lower_case(std::string_view text) {
  std::string lowered(text);
  for (char& letter : lowered)
    if (letter >= 'A' && letter <= 'Z')
      letter = static_cast<char>(letter - 'A' + 'a');
  return lowered;
}

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::string folded(std::string_view text) {
  constexpr std::array<std::string_view, 3> articles{"the ", "an ", "a "};
  constexpr std::string_view no_difference = " \t\r\n\v\f-_'\"`";
  std::string plain = lower_case(trimmed(text));
  for (auto const article : articles)
    if (plain.starts_with(article)) {
      plain.erase(0, article.size());
      break;
    }
  while (!plain.empty() && std::string_view(".!?").find(plain.back()) != std::string_view::npos)
    plain.pop_back();
  std::erase_if(plain,
                [&](char letter) { return no_difference.find(letter) != std::string_view::npos; });
  return plain;
}

bool same_name(std::string_view a, std::string_view b) {
  auto const name = folded(a);
  return !name.empty() && name == folded(b);
}

} // namespace whodunit
