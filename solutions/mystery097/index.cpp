// SPDX-License-Identifier: MIT
// Makes the index of the brightest stars, with the magnitude of each.
#include <array>
#include <iostream>
#include <string_view>

namespace {

struct Star {
  std::string_view name;
  double magnitude;
};

constexpr std::array catalogue{Star{"Sirius", -1.46}, Star{"Vega", 0.03}, Star{"Deneb", 1.25}};
constexpr std::array shown{"Vega", "Mira", "Sirius"};

Star const* look_up(std::string_view name) {
  for (Star const& star : catalogue) {
    if (star.name == name) {
      return &star;
    }
  }
  return nullptr;
}

double magnitude(Star const* star) {
  return star->magnitude;
}

} // namespace

int main() {
  int bright = 0;
  for (char const* name : shown) {
    Star const* const star = look_up(name);
    // Some stars are only there for a while, and in no catalogue of the bright ones.
    if (star != nullptr && magnitude(star) < 1) {
      ++bright;
    }
  }
  std::cout << bright << " bright stars in the index\n";
}
