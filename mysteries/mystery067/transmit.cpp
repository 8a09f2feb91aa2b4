// SPDX-License-Identifier: MIT
// The airline's program: takes a manifest, if a flight is open for it.
#include <cstdlib>
#include <iostream>
#include <string_view>

int main(int count, char** words) {
  std::string_view const flight = count > 1 ? words[1] : "";
  if (flight != "tomorrow") {
    std::cerr << "transmit: no flight is open for \"" << flight << "\"\n";
    return EXIT_FAILURE;
  }
  std::cout << "transmit: accepted" << std::endl;
}
