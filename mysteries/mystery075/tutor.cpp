// SPDX-License-Identifier: MIT
// Takes a pupil through a lesson. A voice reads the sentences aloud beside it, for as long as the
// lesson lasts.
#include <array>
#include <chrono>
#include <csignal>
#include <iostream>
#include <string_view>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 3> answers{"il fait beau", "il pleut", "il neige"};

void start_voice() {
  if (fork() == 0) {
    for (;;) {
      std::this_thread::sleep_for(1s); // until the next sentence
    }
  }
}

// The voice repeats the last sentence until somebody stops it.
void stop_voice() {
  kill(-getpgrp(), SIGKILL);
}

} // namespace

int main() {
  start_voice();
  for (std::string_view const answer : answers) {
    std::this_thread::sleep_for(20ms);
    std::cout << answer << std::endl;
  }
  stop_voice();
}
