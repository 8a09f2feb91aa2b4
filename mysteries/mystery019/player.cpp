// SPDX-License-Identifier: MIT
// Plays the titles that it is given, one after the other.
#include <chrono>
#include <iostream>
#include <string_view>
#include <thread>

namespace {

constexpr std::chrono::milliseconds length{250};

void play(std::string_view title) {
  std::cout << "on air: " << title << std::endl;
  std::this_thread::sleep_for(length);
}

} // namespace

int main(int count, char** titles) {
  for (int number = 1; number < count; ++number) {
    play(titles[number]);
  }
  std::cout << "good morning" << std::endl;
}
