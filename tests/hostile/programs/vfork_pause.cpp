// SPDX-License-Identifier: MIT
// A parent that waits for its vfork child as if nothing could end it.
#include <unistd.h>

int main() {
  if (vfork() == 0)
    for (;;)
      pause();
}
