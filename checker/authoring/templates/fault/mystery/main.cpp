// SPDX-License-Identifier: MIT
// Shows the departures of a ferry company on the board at the pier.
#include <array>
#include <iostream>
#include <map>
#include <string>

namespace {

struct Ferry {
  std::string name;
  int cars;
};

std::map<std::string, Ferry> const fleet{{"A", {"Amrum", 48}}, {"B", {"Borkum", 60}}};

Ferry const* assigned(std::string const& slot) {
  auto const found = fleet.find(slot);
  return found == fleet.end() ? nullptr : &found->second;
}

std::string departure_line(std::string const& time, Ferry const* ferry) {
  auto const cars = ferry->cars;
  return time + "  " + ferry->name + ", room for " + std::to_string(cars) + " cars";
}

} // namespace

int main() {
  std::array<std::array<std::string, 2>, 4> const timetable{
      {{"09:40", "A"}, {"12:05", "B"}, {"16:10", "C"}, {"18:30", "A"}}};
  for (auto const& [time, slot] : timetable) {
    std::cout << departure_line(time, assigned(slot)) << std::endl;
  }
}
