// SPDX-License-Identifier: MIT
// Keeps the air in a showcase as dry as it should be.
#include <chrono>
#include <iostream>
#include <thread>

namespace {

using namespace std::chrono_literals;

constexpr int wanted = 45; // per cent

int drier(int humidity) {
  return humidity > wanted ? humidity - 1 : humidity;
}

} // namespace

int main() {
  int humidity = 49;
  for (;;) {
    int const next = drier(humidity);
    if (next != humidity) {
      std::cout << "showcase: " << next << " % humidity" << std::endl;
    }
    humidity = next;
    std::this_thread::sleep_for(50ms);
  }
}
