// SPDX-License-Identifier: MIT
#include "cli/paragraph.hpp"

#include <algorithm>

namespace whodunit::cli {
namespace {

// UTF-8: every byte but a continuation begins a character; all that we print is one column wide.
std::size_t columns(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(
      word, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

} // namespace

std::string paragraph(std::string_view text, std::size_t indent, std::size_t width) {
  std::string lines;
  std::size_t column = indent;
  while (!text.empty()) {
    auto const end = std::min(text.find(' '), text.size());
    auto const word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (column > indent && column + 1 + columns(word) > width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += columns(word);
  }
  return lines + '\n';
}

} // namespace whodunit::cli
