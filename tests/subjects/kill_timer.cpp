// SPDX-License-Identifier: MIT
// A timer that sends SIGKILL: no call of the kill family is made.
#include <csignal>
#include <ctime>
#include <unistd.h>

int main() {
  sigevent event{};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGKILL;
  timer_t timer;
  timer_create(CLOCK_MONOTONIC, &event, &timer);
  itimerspec const soon{{}, {0, 10'000'000}};
  timer_settime(timer, 0, &soon, nullptr);
  for (;;)
    pause();
}
