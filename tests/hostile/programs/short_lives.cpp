// SPDX-License-Identifier: MIT
// Sixteen processes with a hundred children each, which end before anybody can look.
#include <sys/wait.h>
#include <unistd.h>

int main() {
  for (int doubling = 0; doubling < 4; ++doubling)
    fork();
  for (int child = 0; child < 100; ++child) {
    if (fork() == 0)
      _exit(0);
    wait(nullptr);
  }
  while (wait(nullptr) > 0) {
  }
}
