// SPDX-License-Identifier: MIT
// Hands out the numbers of a theatre's cloakroom, and knows at the end which coats are still there.
#include <chrono>
#include <csignal>
#include <iostream>
#include <thread>

namespace {

using namespace std::chrono_literals;

constexpr int hooks = 200;

volatile std::sig_atomic_t asked_to_stop = 0;

void on_request(int) {
  asked_to_stop = 1;
}

} // namespace

int main() {
  std::signal(SIGTERM, on_request);
  int ticket = 0;
  while (ticket < hooks && asked_to_stop == 0) {
    std::cout << "ticket " << ++ticket << std::endl;
    std::this_thread::sleep_for(50ms);
  }
  std::cout << "closed: the coats on hooks 1 to " << ticket << " are written down" << std::endl;
}
