// SPDX-License-Identifier: MIT
// The first in the house: prepares it, rings when it is ready, and stays until everybody has left.
// The bell is on standard input.
#include <chrono>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

void prepare() {
  std::cout << "steward: the beds are made" << std::endl;
  write(STDIN_FILENO, "!", 1);
}

void wait_until_they_are_in() {
  char rung = 0;
  read(STDIN_FILENO, &rung, 1);
}

// They are no children of ours, so there is nothing to wait for; but the host keeps the other end
// of the bell until the last of them has gone.
bool anybody_left() {
  char rung = 0;
  return read(STDIN_FILENO, &rung, 1) > 0;
}

} // namespace

int main() {
  prepare();
  wait_until_they_are_in();
  do {
    std::this_thread::sleep_for(300ms);
  } while (anybody_left());
  std::cout << "steward: everybody has left" << std::endl;
}
