// SPDX-License-Identifier: MIT
// Signs the letters of the day, and puts them into their boxes.
#include <iostream>

int main() {
  std::cout << "38 letters signed and delivered\n";
}
