// SPDX-License-Identifier: MIT
// A customer's service; it answers a few requests here, and goes.
#include <chrono>
#include <iostream>
#include <thread>

int main(int, char** arguments) {
  using namespace std::chrono_literals;
  for (int request = 1; request <= 6; ++request) {
    std::cout << arguments[1] << ": request " << request << " answered" << std::endl;
    std::this_thread::sleep_for(100ms);
  }
}
