// SPDX-License-Identifier: MIT
// Sets an alarm without a handler.
#include <sys/time.h>
#include <unistd.h>

int main() {
  itimerval const soon{{}, {0, 10'000}};
  setitimer(ITIMER_REAL, &soon, nullptr);
  for (;;)
    pause();
}
