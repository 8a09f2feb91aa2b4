// SPDX-License-Identifier: MIT
#include "report/terminal.hpp"

#include "fault/complaint.hpp"
#include "report/paragraph.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace whodunit {
namespace {

std::string_view variable(char const* name) {
  char const* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

// By the variables, not by nl_langinfo(3): over ssh they often name a locale that this machine has
// not generated, and the terminal at the other end shows UTF-8 all the same.
bool locale_is_utf8() {
  std::string chosen;
  for (auto const* name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (chosen = variable(name); !chosen.empty())
      break;
  std::ranges::transform(chosen, chosen.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return chosen.find("utf-8") != std::string::npos || chosen.find("utf8") != std::string::npos;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> ascii_for{{
    {"✓", "+"},
    {"✗", "x"},
    {"·", "."},
    {"…", "..."},
    {"→", "->"},
    {"–", "-"},
    {"—", "-"},
    {"’", "'"},
    {"‘", "'"},
    {"“", "\""},
    {"”", "\""},
}};

std::string in_ascii(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    auto const* const known = std::ranges::find_if(
        ascii_for, [&](auto const& pair) { return text.starts_with(pair.first); });
    if (known != ascii_for.end()) {
      shown += known->second;
      text.remove_prefix(known->first.size());
      continue;
    }
    auto const byte = static_cast<unsigned char>(text.front());
    if (byte < 0x80)
      shown += text.front();
    else if (byte >= 0xc0)
      shown += '?'; // once for each character: what follows its first byte is dropped
    text.remove_prefix(1);
  }
  return shown;
}

std::string_view next_line(std::string_view& text) {
  auto const end = text.find('\n');
  auto const line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Columns that \p text takes: escape sequences of ours take none, each character takes one.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (bool escape = false; char const byte : text) {
    escape = escape || byte == '\x1b';
    if (!escape && (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U)
      ++count;
    if (byte == 'm')
      escape = false;
  }
  return count;
}

} // namespace

Terminal::Terminal(std::FILE* stream)
    : stream_(stream),
      terminal_(isatty(fileno(stream)) == 1),
      styled_(terminal_ && variable("NO_COLOR").empty() && variable("TERM") != "dumb" &&
              !variable("TERM").empty()),
      unicode_(locale_is_utf8()) {}

std::size_t Terminal::width() const {
  constexpr std::size_t narrowest = 40;
  constexpr std::size_t widest = 200;
  constexpr std::size_t usual = 80;
  winsize size{};
  if (!terminal_ || ioctl(fileno(stream_), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return usual;
  return std::clamp<std::size_t>(size.ws_col, narrowest, widest);
}

std::string Terminal::styled(std::string_view style, std::string_view text) const {
  if (!styled_)
    return std::string(text);
  return "\x1b[" + std::string(style) + "m" + std::string(text) + "\x1b[0m";
}

std::string Terminal::bold(std::string_view text) const {
  return styled("1", text);
}

std::string Terminal::faint(std::string_view text) const {
  return styled("2", text);
}

std::string Terminal::mark(Mark mark) const {
  switch (mark) {
  case Mark::good:
    return styled("32", unicode_ ? "✓" : "+");
  case Mark::half:
    return styled("33", "~");
  case Mark::bad:
    return styled("31", unicode_ ? "✗" : "x");
  case Mark::open:
    break;
  }
  return unicode_ ? "·" : ".";
}

std::string Terminal::wrap(std::string_view text, std::string_view first) const {
  if (3 * columns(first) > 2 * width())
    return std::string(first) + "\n" + wrap(text, "      ");
  std::string const indent(columns(first), ' ');
  std::string wrapped;
  std::string joined;
  auto const flush = [&] {
    if (!joined.empty())
      wrapped += paragraph(indent, std::exchange(joined, ""), width());
  };
  while (!text.empty()) {
    auto const line = next_line(text);
    bool const verbatim = line.starts_with("    ");
    if (!verbatim && !is_blank(line)) {
      joined += (joined.empty() ? "" : " ") + std::string(line);
      continue;
    }
    flush();
    if (verbatim)
      wrapped += indent + printable(line) + "\n";
    else if (!wrapped.empty() && !text.empty())
      wrapped += "\n";
  }
  flush();
  return std::string(first) + (wrapped.empty() ? "\n" : wrapped.substr(indent.size()));
}

void Terminal::print(std::string_view text) const {
  auto const shown = unicode_ ? std::string(text) : in_ascii(text);
  std::fwrite(shown.data(), 1, shown.size(), stream_);
  std::fflush(stream_);
}

void Terminal::say(std::string_view text, std::string_view first) const {
  print(wrap(text, first));
}

} // namespace whodunit
