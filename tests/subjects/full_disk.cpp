// SPDX-License-Identifier: MIT
// Writes to a device that is always full, and gives up without a word.
#include <fcntl.h>
#include <unistd.h>

int main() {
  return write(open("/dev/full", O_WRONLY), "x", 1) == 1 ? 0 : 1;
}
