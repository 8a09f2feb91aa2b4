// SPDX-License-Identifier: MIT
// Reads a tide gauge and reports the level.
#include <iostream>
#include <poll.h>
#include <sys/time.h>

namespace {

int sensor() {
  return 412;
}

// A sensor that does not answer must not hold up the report.
int read_level() {
  itimerval const patience{{0, 0}, {0, 50'000}};
  setitimer(ITIMER_REAL, &patience, nullptr);
  int const level = sensor();
  itimerval const none{}; // it has answered: nothing is left to wait for
  setitimer(ITIMER_REAL, &none, nullptr);
  return level;
}

void let_the_line_settle() {
  poll(nullptr, 0, 100);
}

} // namespace

int main() {
  int const level = read_level();
  std::cout << "level: " << level << " cm" << std::endl;
  let_the_line_settle();
  std::cout << "reported: " << level << " cm" << std::endl;
}
