// SPDX-License-Identifier: MIT
// Throws backups away that are older than thirty days.
#include <array>
#include <iostream>

namespace {

constexpr std::array ages_in_days{1, 2, 3, 7, 14, 21, 28};

} // namespace

int main() {
  int thrown_away = 0;
  for (int age : ages_in_days) {
    if (age > 30) {
      ++thrown_away;
    }
  }
  std::cout << "prune: " << thrown_away << " old backups thrown away" << std::endl;
}
