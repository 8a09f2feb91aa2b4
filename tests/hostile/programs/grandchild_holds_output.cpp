// SPDX-License-Identifier: MIT
// Ends, while a grandchild keeps its stdout and stderr open.
#include <unistd.h>

int main() {
  if (fork() != 0)
    return 4;
  if (fork() != 0)
    return 0;
  setsid();
  for (;;)
    pause();
}
