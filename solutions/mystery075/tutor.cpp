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

pid_t start_voice() {
  pid_t const voice = fork();
  if (voice == 0) {
    for (;;) {
      std::this_thread::sleep_for(1s); // until the next sentence
    }
  }
  return voice;
}

// The voice repeats the last sentence until somebody stops it. The group is not ours: the notebook
// is in it, and so are we.
void stop_voice(pid_t voice) {
  kill(voice, SIGKILL);
}

} // namespace

int main() {
  pid_t const voice = start_voice();
  for (std::string_view const answer : answers) {
    std::this_thread::sleep_for(20ms);
    std::cout << answer << std::endl;
  }
  stop_voice(voice);
}
