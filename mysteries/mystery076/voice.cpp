// SPDX-License-Identifier: MIT
// Tells the visitors what they see, one picture after another.
#include <array>
#include <chrono>
#include <iostream>
#include <string_view>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  constexpr std::array<std::string_view, 4> pictures{"a harbour at dawn", "the same, at dusk",
                                                     "a bowl of quinces", "the painter's aunt"};
  for (std::string_view const picture : pictures) {
    std::this_thread::sleep_for(80ms);
    std::cout << "you see: " << picture << std::endl;
  }
}
