// SPDX-License-Identifier: MIT
// Counts the coins of a till, and says how many of them it could not place.
#include <iostream>

int main() {
  int unknown = 0;
  for (int const coin : {1, 2, 5, 10, 20, 50, 3})
    unknown += coin == 3 ? 1 : 0;
  std::cout << "counted, " << unknown << " left over" << std::endl;
  return 0;
}
