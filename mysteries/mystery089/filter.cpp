// SPDX-License-Identifier: MIT
// A spam filter: repeats each line of its input, with a mark in front that says what it is.
#include <iostream>
#include <string>

int main() {
  for (std::string letter; std::getline(std::cin, letter);) {
    bool const spam = letter.find("You have won") != std::string::npos;
    std::cout << (spam ? '*' : ' ') << letter << '\n';
  }
}
