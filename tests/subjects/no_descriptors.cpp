// SPDX-License-Identifier: MIT
// Opens files until there is no descriptor left, and gives up without a word.
#include <fcntl.h>
#include <sys/resource.h>

int main() {
  rlimit const few{16, 16};
  setrlimit(RLIMIT_NOFILE, &few);
  while (open("/dev/null", O_RDONLY) >= 0)
    ;
  return 1;
}
