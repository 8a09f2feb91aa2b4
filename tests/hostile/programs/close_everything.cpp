// SPDX-License-Identifier: MIT
// Closes all that it has.
#include <unistd.h>

int main() {
  close_range(0, ~0U, 0);
  return 4;
}
