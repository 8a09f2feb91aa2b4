// SPDX-License-Identifier: MIT
// Shows the next departures of a stop.
#include <array>
#include <iomanip>
#include <iostream>
#include <string_view>

namespace {

struct Departure {
  int line;
  std::string_view towards;
  int minutes;
};

constexpr std::array departures{Departure{4, "Harbour", 2}, Departure{11, "Old Town", 5},
                                Departure{4, "Harbour", 12}};

} // namespace

int main(int, char** arguments) {
  std::cout << arguments[1] << '\n';
  for (Departure const& departure : departures) {
    std::cout << std::setw(3) << departure.line << "  " << std::left << std::setw(10)
              << departure.towards << std::right << std::setw(3) << departure.minutes << " min\n";
  }
}
