// SPDX-License-Identifier: MIT
// SIGKILL from its own hand.
#include <csignal>
#include <unistd.h>

int main() {
  return kill(getpid(), SIGKILL);
}
