// SPDX-License-Identifier: MIT
// Writes the day's sheet: sheet PITCHES LITRES
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
  if (argc != 3) {
    std::cerr << "sheet PITCHES LITRES\n";
    return 2;
  }
  int const pitches = std::stoi(argv[1]);
  int const litres = std::stoi(argv[2]);
  std::cout << "sheet: " << litres << " litres at " << pitches << " pitches, " << litres / pitches
            << " each" << std::endl;
}
