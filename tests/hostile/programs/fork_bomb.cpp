// SPDX-License-Identifier: MIT
// Doubles itself for as long as it is allowed to.
#include <unistd.h>

int main() {
  for (;;)
    fork();
}
