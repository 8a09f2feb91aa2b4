// SPDX-License-Identifier: MIT
// Memory that no process has mapped: written to a file without a name. 0: refused.
#include <sys/mman.h>
#include <unistd.h>

int main() {
  static char const block[1 << 20] = {'x'};
  int const file = memfd_create("hostile", 0);
  if (file < 0)
    return 0;
  while (write(file, block, sizeof block) > 0) {
  }
  pause();
}
