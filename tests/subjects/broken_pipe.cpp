// SPDX-License-Identifier: MIT
// Writes to a pipe that nobody can read.
#include <unistd.h>

int main() {
  int ends[2];
  if (pipe(ends) != 0)
    return 1;
  close(ends[0]);
  return static_cast<int>(write(ends[1], "x", 1));
}
