// SPDX-License-Identifier: MIT
// Notes the books that a reader takes home.
#include <iostream>

int main(int, char** arguments) {
  std::cout << arguments[1] << " takes home: " << arguments[2] << std::endl;
}
