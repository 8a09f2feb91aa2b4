// SPDX-License-Identifier: MIT
// Takes a pupil through a lesson: passes each answer to the notebook, and goes on when it is noted.
#include <array>
#include <csignal>
#include <iostream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace {

constexpr std::array<std::string_view, 3> answers{"il fait beau\n", "il pleut\n", "il neige\n"};

void pass_on(std::string_view answer) {
  write(STDIN_FILENO, answer.data(), answer.size());
  std::cin.get();
}

// The voice may have started a player of its own, which shall not go on either.
void stop(pid_t voice) {
  kill(-voice, SIGKILL);
}

} // namespace

int main(int, char** arguments) {
  for (std::string_view const answer : answers) {
    pass_on(answer);
  }
  stop(std::stoi(arguments[1]));
}
