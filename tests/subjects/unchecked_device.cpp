// SPDX-License-Identifier: MIT
// Writes to a device that is always full, asks nobody how that went, and says that all is well.
// With an argument it then writes elsewhere, by the same descriptor.
#include <fcntl.h>
#include <unistd.h>

int main(int argc, char**) {
  int const file = open("/dev/full", O_WRONLY);
  write(file, "x", 1);
  if (argc > 1) {
    dup2(open("/dev/null", O_WRONLY), file);
    write(file, "x", 1);
  }
  write(STDOUT_FILENO, "done\n", 5);
}
