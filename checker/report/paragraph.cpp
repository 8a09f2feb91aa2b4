// SPDX-License-Identifier: MIT
#include "report/paragraph.hpp"

#include "fault/complaint.hpp"

#include <algorithm>

namespace whodunit {
namespace {

// Columns, taking each character as one: what we print is mostly ASCII, and a line too short is no
// harm.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

std::size_t bytes_of_columns(std::string_view text, std::size_t wanted) {
  std::size_t place = 0;
  for (std::size_t seen = 0; place < text.size(); ++place)
    if ((static_cast<unsigned char>(text[place]) & 0xc0U) != 0x80U && ++seen > wanted)
      break;
  return place;
}

// How much of \p text goes onto a line of \p room columns.
std::size_t line_length(std::string_view text, std::size_t room) {
  if (columns(text) <= room)
    return text.size();
  auto const most = bytes_of_columns(text, room);
  auto const space = text.rfind(' ', most);
  return space == std::string_view::npos || space == 0 ? most : space;
}

} // namespace

std::string paragraph(std::string_view first, std::string_view text, std::size_t width) {
  auto const shown = printable(text);
  std::string_view rest = shown;
  auto const indent = columns(first);
  auto const room = std::max<std::size_t>(width > indent ? width - indent : 0, 16);
  std::string lines(first);
  while (true) {
    auto const length = line_length(rest, room);
    lines += rest.substr(0, length);
    lines += '\n';
    rest.remove_prefix(std::min(rest.find_first_not_of(' ', length), rest.size()));
    if (rest.empty())
      return lines;
    lines.append(indent, ' ');
  }
}

} // namespace whodunit
