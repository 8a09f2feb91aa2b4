// SPDX-License-Identifier: MIT
#include "transcript.hpp"

#include "built.hpp"

#include <fstream>

namespace whodunit::test {
namespace {

// A line is `SCENARIO STREAM TEXT`.
void add(Played& played, std::string const& stream, std::string const& text) {
  if (stream == "out")
    played.out += text + "\n";
  else if (stream == "err")
    played.err += text + "\n";
  else if (stream == "status")
    played.status = std::stoi(text);
}

} // namespace

std::optional<Played> played(std::string const& scenario) {
  std::ifstream transcript(built("tests/vm/transcript"));
  std::optional<Played> result;
  for (std::string line; std::getline(transcript, line);) {
    auto const first = line.find(' ');
    auto const second = line.find(' ', first + 1);
    if (second == std::string::npos || line.substr(0, first) != scenario)
      continue;
    if (!result)
      result.emplace();
    add(*result, line.substr(first + 1, second - first - 1), line.substr(second + 1));
  }
  return result;
}

std::optional<std::string> why_no_guest() {
  std::ifstream lacking(built("tests/vm/lacking"));
  std::string why;
  return std::getline(lacking, why) ? std::optional(why) : std::nullopt;
}

} // namespace whodunit::test
