// SPDX-License-Identifier: MIT
// Keeps the water of the pool moving until the day is over.
#include <iostream>
#include <unistd.h>

int main(int, char** arguments) {
  std::cout << "pump: version " << arguments[1] << " is running" << std::endl;
  char nothing = 0;
  return read(STDIN_FILENO, &nothing, 1) == 0 ? 0 : 1;
}
