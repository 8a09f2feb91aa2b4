// SPDX-License-Identifier: MIT
// Parent and child stop and continue each other as fast as they can.
#include <csignal>
#include <unistd.h>

int main() {
  int const parent = getpid();
  int const child = fork();
  int const other = child == 0 ? parent : child;
  for (;;) {
    kill(other, SIGSTOP);
    kill(other, SIGCONT);
  }
}
