// SPDX-License-Identifier: MIT
// Thirty-two processes of which each sends itself signals without end.
#include <csignal>
#include <unistd.h>

int main() {
  std::signal(SIGUSR1, [](int) {});
  for (int doubling = 0; doubling < 5; ++doubling)
    fork();
  for (;;)
    raise(SIGUSR1);
}
