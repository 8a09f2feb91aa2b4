// SPDX-License-Identifier: MIT
// The console of a radio archive: plays old tapes, one after the other, and keeps what it hears.
// It has a window of its own, in which the archivist on duty can watch it.
#include <array>
#include <chrono>
#include <iostream>
#include <string_view>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

void open_window();
void wait_for_window();

namespace {

using std::chrono::milliseconds;

struct Tape {
  std::string_view label;
  milliseconds length;
};

constexpr std::array tapes{Tape{"harbour noises, 1974", milliseconds(40)},
                           Tape{"the mayor opens a bridge", milliseconds(60)},
                           Tape{"brass band in the rain", milliseconds(30)},
                           Tape{"all speeches of the jubilee", milliseconds(1500)},
                           Tape{"an interview with a ferryman", milliseconds(50)}};

int record_all() {
  for (Tape const& tape : tapes) {
    std::cout << "recording: " << tape.label << std::endl;
    std::this_thread::sleep_for(tape.length);
  }
  std::cout << "all tapes are kept" << std::endl;
  return 0;
}

// The recorder gets screen and keyboard, as each job of a console does while it runs.
pid_t start_recorder() {
  pid_t const recorder = fork();
  if (recorder == 0) {
    _exit(record_all());
  }
  setpgid(recorder, recorder);
  tcsetpgrp(STDIN_FILENO, recorder);
  return recorder;
}

} // namespace

int main() {
  open_window();
  int status = 0;
  waitpid(start_recorder(), &status, 0);
  wait_for_window();
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
