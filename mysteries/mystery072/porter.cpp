// SPDX-License-Identifier: MIT
// Closes the house at closing time.
#include <chrono>
#include <csignal>
#include <iostream>
#include <string>
#include <thread>

int main(int, char** arguments) {
  using namespace std::chrono_literals;
  std::this_thread::sleep_for(100ms);
  std::cout << "porter: closing time, please" << std::endl;
  kill(std::stoi(arguments[1]), SIGTERM);
}
