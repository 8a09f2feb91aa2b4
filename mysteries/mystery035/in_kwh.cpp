// SPDX-License-Identifier: MIT
// Reads "flat,reading,unit" and writes "flat kWh", line by line.
#include <array>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

namespace {

struct Unit {
  std::string_view name;
  double kwh;
};

constexpr std::array units{Unit{"kWh", 1}, Unit{"MWh", 1000}};

Unit const* find_unit(std::string_view name) {
  for (Unit const& unit : units) {
    if (unit.name == name) {
      return &unit;
    }
  }
  return nullptr;
}

double in_kwh(double reading, Unit const* unit) {
  return reading * unit->kwh;
}

} // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    std::string flat;
    std::string reading;
    std::string unit;
    std::getline(fields, flat, ',');
    std::getline(fields, reading, ',');
    std::getline(fields, unit, ',');
    std::cout << flat << ' ' << in_kwh(std::stod(reading), find_unit(unit)) << std::endl;
  }
}
