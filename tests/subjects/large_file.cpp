// SPDX-License-Identifier: MIT
// Writes past RLIMIT_FSIZE.
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

int main() {
  rlimit const small{1, 1};
  setrlimit(RLIMIT_FSIZE, &small);
  int const file = memfd_create("subject", 0);
  return write(file, "xy", 1) + write(file, "xy", 1) > 0;
}
