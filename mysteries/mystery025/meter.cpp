// SPDX-License-Identifier: MIT
// Reads again and again how many minutes a build has taken since it began, and ends a build that
// has used up what its team had left.
#include <csignal>
#include <unistd.h>

namespace {

constexpr int minutes_left = 60;

} // namespace

int main() {
  pid_t const build = getppid();
  int spent = 0;
  for (int minutes = 0; read(STDIN_FILENO, &minutes, sizeof minutes) == sizeof minutes;) {
    spent += minutes;
    if (spent > minutes_left) {
      kill(build, SIGKILL);
      return 0;
    }
    write(STDIN_FILENO, "k", 1);
  }
}
