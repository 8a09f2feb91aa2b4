// SPDX-License-Identifier: MIT
// Shows a headline; a key ends it.
#include <iostream>
#include <unistd.h>

int main() {
  std::cout << "HARBOUR FROZEN" << std::endl;
  char key = 0;
  return read(STDIN_FILENO, &key, 1) == 1 ? 0 : 1;
}
