// SPDX-License-Identifier: MIT
#include "casebook/nesting.hpp"

#include <algorithm>

namespace whodunit {
namespace {

// What follows a string or a comment that begins at \p text. Follows TOML's rules closely: a dot
// that this takes for quoted while the parser does not would slip through.
std::size_t length_of_quoted(std::string_view text) {
  char const quote = text.front();
  bool const multiline = text.size() >= 3 && text[1] == quote && text[2] == quote;
  std::size_t i = multiline ? 3 : 1;
  for (; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (!multiline && (text[i] == quote || text[i] == '\n')) {
      return i + 1;
    } else if (multiline && text.substr(i, 3) == std::string_view(text.data(), 3)) {
      i += 3;
      for (int extra = 0; extra < 2 && i < text.size() && text[i] == quote; ++extra)
        ++i; // up to two quotes may stand before the closing three
      return i;
    }
  }
  return text.size();
}

std::size_t length_of_piece(std::string_view text) {
  if (text.front() == '"' || text.front() == '\'')
    return length_of_quoted(text);
  return text.front() == '#' ? std::min(text.find('\n'), text.size()) : 1;
}

Place place_of(std::string_view text, std::size_t offset) {
  auto const before = text.substr(0, offset);
  return {static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1),
          static_cast<std::uint32_t>(offset - (before.rfind('\n') + 1) + 1)};
}

} // namespace

std::optional<Place> too_deeply_nested(std::string_view text) {
  constexpr int most_dots = 1000;
  int dots = 0;
  for (std::size_t i = 0; i < text.size();
       i += std::max<std::size_t>(length_of_piece(text.substr(i)), 1))
    if (text[i] == '.' && ++dots == most_dots)
      return place_of(text, i);
  return std::nullopt;
}

} // namespace whodunit
