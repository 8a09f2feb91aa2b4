// SPDX-License-Identifier: MIT
// Measures the way from stop to stop, over the sheets of the map that it leads across.
#include <cstddef>
#include <iostream>
#include <vector>

namespace {

constexpr int sheets = 40;
constexpr std::size_t points = 1024 * 1024;

using Sheet = std::vector<float>; // the height of each point, in metres

Sheet read_sheet(int number) {
  return Sheet(points, 100.0F + static_cast<float>(number));
}

float climb(Sheet const& sheet) {
  return sheet.back() - 100.0F;
}

} // namespace

int main() {
  std::vector<Sheet> map;
  float metres = 0;
  for (int number = 0; number < sheets; ++number) {
    map.push_back(read_sheet(number));
    metres += climb(map.back());
    if ((number + 1) % 10 == 0) {
      std::cout << "atlas: " << number + 1 << " of " << sheets << " sheets" << std::endl;
    }
  }
  std::cout << "atlas: " << metres << " m uphill" << std::endl;
}
