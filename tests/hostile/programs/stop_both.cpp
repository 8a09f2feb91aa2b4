// SPDX-License-Identifier: MIT
// Stops its parent and itself.
#include <csignal>
#include <unistd.h>

int main() {
  if (getppid() > 0)
    kill(getppid(), SIGSTOP);
  kill(getpid(), SIGSTOP);
}
