// SPDX-License-Identifier: MIT
// Unpacks the charts of the season.
#include <array>
#include <iostream>

int main() {
  constexpr std::array charts{"autumn", "winter", "comets"};
  for (char const* chart : charts) {
    std::cout << "chart of " << chart << " unpacked\n";
  }
}
