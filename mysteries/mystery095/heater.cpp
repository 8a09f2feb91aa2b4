// SPDX-License-Identifier: MIT
// Keeps the frost out.
#include <iostream>
#include <unistd.h>

int main() {
  std::cout << "heater: 12 degrees, on" << std::endl;
  write(STDIN_FILENO, "!", 1);
  char nothing = 0;
  return read(STDIN_FILENO, &nothing, 1) == 0 ? 0 : 1;
}
