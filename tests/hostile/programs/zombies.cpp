// SPDX-License-Identifier: MIT
// Ten thousand dead children that it never looks at, or as many as it may have. 9: it had some.
#include <unistd.h>

int main() {
  int dead = 0;
  for (; dead < 10'000; ++dead) {
    int const child = fork();
    if (child < 0)
      break;
    if (child == 0)
      _exit(0);
  }
  return dead > 16 ? 9 : 1;
}
