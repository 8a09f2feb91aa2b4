// SPDX-License-Identifier: MIT
// SIGFPE without a division: sent by itself.
#include <csignal>

int main() {
  return std::raise(SIGFPE);
}
