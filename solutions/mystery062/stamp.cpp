// SPDX-License-Identifier: MIT
// Prints the stamp for a parcel. The same source as ever: built for the machine that it runs on.
#include <iostream>

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "usage: stamp GRAMS\n";
    return 2;
  }
  std::cout << "[stamp] " << words[1] << " g" << std::endl;
}
