// SPDX-License-Identifier: MIT
// The audio guide of a museum. The opening, done in a thread of its own, switches on the voice and
// then the lights of all rooms; the main thread is for the visitors.
#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

constexpr int rooms = 4;

// The voice must not go on talking in a closed museum: it goes when the guide goes.
pid_t start_voice() {
  std::array<int, 2> executed{};
  pipe2(executed.data(), O_CLOEXEC);
  pid_t const voice = fork();
  if (voice == 0) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    auto const program = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/voice";
    execl(program.c_str(), "voice", nullptr);
    _exit(127);
  }
  close(executed[1]);
  char nothing = 0;
  read(executed[0], &nothing, 1); // returns as soon as the voice is there
  return voice;
}

void light_rooms() {
  for (int room = 1; room <= rooms; ++room) {
    std::this_thread::sleep_for(30ms);
    std::cout << "light in room " << room << std::endl;
  }
}

} // namespace

int main() {
  pid_t voice = 0;
  std::thread opening([&voice] {
    prctl(PR_SET_NAME, "morning");
    voice = start_voice();
    light_rooms();
  });
  opening.join();
  std::cout << "the museum is open" << std::endl;

  int status = 0;
  waitpid(voice, &status, 0);
  int const code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  std::cout << "the voice has ended with " << code << std::endl;
  return code;
}
