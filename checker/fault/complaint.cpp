// SPDX-License-Identifier: MIT
#include "fault/complaint.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>
#include <stdexcept>

namespace whodunit {

std::string to_string(Complaint const& complaint) {
  std::string text = printable(complaint.file);
  if (complaint.place)
    text += fmt::format(":{}:{}", complaint.place->line, complaint.place->column);
  text += ": " + printable(complaint.problem);
  if (!complaint.advice.empty())
    text += "; " + printable(complaint.advice);
  return text;
}

void throw_exception_from_error(std::vector<Complaint> const& complaints,
                                boost::source_location const& where) {
  throw std::logic_error(fmt::format("{}:{}: {}", where.file_name(), where.line(),
                                     complaints.empty() ? "a complaint about nothing"
                                                        : to_string(complaints.front())));
}

namespace {

struct Decoded {
  char32_t point = 0;
  std::size_t bytes = 0; // 0: not UTF-8
};

Decoded decode(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80)
    return {lead, 1};
  std::size_t const bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes)
    return {};
  char32_t point = lead & (0x7fU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    auto const next = static_cast<unsigned char>(text[i]);
    if ((next & 0xc0U) != 0x80U)
      return {};
    point = (point << 6U) | (next & 0x3fU);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  bool const surrogate = point >= 0xd800 && point <= 0xdfff;
  return point < smallest[bytes] || surrogate || point > 0x10ffff ? Decoded{}
                                                                  : Decoded{point, bytes};
}

bool is_control(char32_t point) {
  bool const bidi = point == 0x61c || (point >= 0x200e && point <= 0x200f) ||
                    (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  bool const separator = point == 0x2028 || point == 0x2029 || point == 0xfeff;
  return point < 0x20 || (point >= 0x7f && point < 0xa0) || bidi || separator;
}

} // namespace

std::string printable(std::string_view text, bool keep_lines) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    auto const [point, bytes] = decode(text);
    bool const kept_line = keep_lines && (point == '\n' || point == '\t') && bytes == 1;
    if (bytes > 0 && (kept_line || !is_control(point))) {
      shown += text.substr(0, bytes);
      text.remove_prefix(bytes);
      continue;
    }
    for (std::size_t left = std::max<std::size_t>(bytes, 1); left > 0;
         --left, text.remove_prefix(1))
      shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
  }
  return shown;
}

namespace {

// Damerau and Levenshtein's distance, in its restricted form: an insertion, a deletion, a
// replacement or a swap of two neighbours is one slip.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      bool const swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped)
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

} // namespace

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<std::string_view const> candidates) {
  constexpr std::size_t longest =
      64; // a slip of the hand is short; hostile input is not worth the time
  if (word.size() > longest)
    return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t least = std::max<std::size_t>(word.size() / 3, 1) + 1;
  for (auto const candidate : candidates)
    if (auto const distance = edit_distance(word, candidate); distance < least) {
      least = distance;
      best = candidate;
    }
  return best;
}

} // namespace whodunit
