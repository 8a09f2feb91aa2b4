// SPDX-License-Identifier: MIT
// A file of 10 GB with one byte in it.
#include <fcntl.h>
#include <unistd.h>

int main() {
  int const file = open("hostile-sparse", O_WRONLY | O_CREAT, 0600);
  return pwrite(file, "x", 1, 10'000'000'000) == 1 ? 0 : 1;
}
