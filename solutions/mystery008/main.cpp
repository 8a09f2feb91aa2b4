// SPDX-License-Identifier: MIT
// Lists the lights along a coast, from north to south, for the margin of a sea chart.
#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace {

struct Light {
  std::string name;            // of any length: no correction runs on into what follows
  Light const* next = nullptr; // to the south
  int period = 0;              // in seconds
};

void rename(Light& light, std::string_view name) {
  light.name = name;
}

std::string_view name_of(Light const& light) {
  return light.name;
}

void print_margin(Light const* northernmost) {
  for (auto const* light = northernmost; light != nullptr; light = light->next) {
    std::cout << light->period << " s  " << name_of(*light) << '\n';
  }
}

} // namespace

int main() {
  std::array<Light, 4> coast;
  constexpr std::array<std::string_view, 4> names{"North Mole", "Gull Rock", "The Cape",
                                                  "Old Quay"};
  constexpr std::array periods{5, 10, 15, 4};
  for (std::size_t i = 0; i < coast.size(); ++i) {
    rename(coast.at(i), names.at(i));
    coast.at(i).period = periods.at(i);
    coast.at(i).next = i + 1 < coast.size() ? &coast.at(i + 1) : nullptr;
  }
  // notice to mariners 31
  rename(coast.at(2), "Lighthouse Cape Farewell");
  print_margin(coast.data());
}
