// SPDX-License-Identifier: MIT
#include "authoring/wording.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace whodunit {
namespace {

constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

constexpr bool is_alphanumeric(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

constexpr bool belongs_to_word(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_';
}

// A full stop belongs to a word if the word goes on behind it: `arith.div-zero`.
bool ends_word(std::string_view rest) {
  return rest.empty() || (!belongs_to_word(rest[0]) &&
                          (rest[0] != '.' || rest.size() < 2 || !is_alphanumeric(rest[1])));
}

constexpr char folded(char c) {
  return is_upper(c) ? static_cast<char>(c | 0x20) : c;
}

} // namespace

bool says(std::string_view text, std::string_view word) {
  if (word.empty())
    return false;
  auto const same = [](char a, char b) { return folded(a) == folded(b); };
  for (auto rest = text.begin();;) {
    auto const found = std::search(rest, text.end(), word.begin(), word.end(), same);
    if (found == text.end())
      return false;
    auto const after = static_cast<std::size_t>(found - text.begin()) + word.size();
    bool const begins =
        found == text.begin() || (!belongs_to_word(*(found - 1)) && *(found - 1) != '.');
    if (begins && ends_word(text.substr(after)))
      return true;
    rest = found + 1;
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  char before = ' ';
  auto const finish = [&] {
    if (!word.empty())
      words.push_back(std::move(word));
    word.clear();
  };
  for (char const c : text) {
    if (!is_alphanumeric(c) || (is_upper(c) && !is_upper(before)))
      finish();
    if (is_alphanumeric(c))
      word += folded(c);
    before = c;
  }
  finish();
  return words;
}

std::vector<Line> lines_of(std::string_view markdown) {
  std::vector<Line> lines;
  bool quoted = false;
  for (std::size_t from = 0, number = 1; from < markdown.size(); ++number) {
    auto const end = std::min(markdown.find('\n', from), markdown.size());
    auto const text = markdown.substr(from, end - from);
    bool const fence = text.starts_with("```");
    lines.push_back({number, text, quoted || fence});
    quoted = quoted != fence;
    from = end + 1;
  }
  return lines;
}

std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<std::size_t> sequences_of(std::string_view text) {
  constexpr std::size_t length = 5;
  auto const words = words_of(text);
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at + length <= words.size(); ++at) {
    std::string sequence;
    for (std::size_t next = at; next < at + length; ++next)
      sequence += words[next] + ' ';
    found.push_back(std::hash<std::string>{}(sequence));
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

double resemblance(std::vector<std::size_t> const& one, std::vector<std::size_t> const& other) {
  if (one.empty() || other.empty())
    return 0;
  std::vector<std::size_t> both;
  std::ranges::set_intersection(one, other, std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::min(one.size(), other.size()));
}

} // namespace whodunit
