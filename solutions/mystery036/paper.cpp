// SPDX-License-Identifier: MIT
// The pages of the report.
#include <array>
#include <ostream>
#include <string>

namespace paper {

constexpr std::array savings{4, 7, 5, 9};

// Defined here: the library has all that it needs, and nothing is left to be found while it runs.
std::string draw_bar(int length) {
  return std::string(length, '#');
}

void cover(std::ostream& page) {
  page << "[page 1] The savings club, fourth quarter" << std::endl;
}

void table(std::ostream& page) {
  page << "[page 2]";
  for (int saved : savings) {
    page << ' ' << saved;
  }
  page << std::endl;
}

void chart(std::ostream& page) {
  page << "[page 3]";
  for (int saved : savings) {
    page << ' ' << draw_bar(saved);
  }
  page << std::endl;
}

void imprint(std::ostream& page) {
  page << "[page 4] Set and printed by the members" << std::endl;
}

} // namespace paper
