// SPDX-License-Identifier: MIT
// SIGKILL from a child.
#include <csignal>
#include <unistd.h>

int main() {
  if (fork() == 0)
    return kill(getppid(), SIGKILL);
  for (;;)
    pause();
}
