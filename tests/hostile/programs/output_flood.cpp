// SPDX-License-Identifier: MIT
// Writes to both streams without end.
#include <unistd.h>

int main() {
  static char const block[1 << 16] = {'x'};
  for (int const stream = fork() == 0 ? 1 : 2;;)
    write(stream, block, sizeof block);
}
