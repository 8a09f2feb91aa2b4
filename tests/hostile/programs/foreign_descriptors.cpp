// SPDX-License-Identifier: MIT
// Looks for descriptors that nobody meant it to have. 0: there is none.
#include <unistd.h>

int main() {
  char byte = 0;
  for (int descriptor = 3; descriptor < 4096; ++descriptor)
    if (read(descriptor, &byte, 0) >= 0 || write(descriptor, &byte, 1) >= 0)
      return 1;
  return write(0, &byte, 1) >= 0 ? 2 : 0;
}
