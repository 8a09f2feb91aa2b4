// SPDX-License-Identifier: MIT
// Switches the climate of a showcase on when the museum opens, and off again when it closes.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

constexpr auto opening_hours = 200ms; // for the test; 9h in the house
constexpr auto after_that = 1s;

// At closing time asks the showcase to end, and again until it has gone.
void see_to_closing(pid_t showcase) {
  std::this_thread::sleep_for(opening_hours);
  std::cout << "the museum closes" << std::endl;
  while (getppid() == showcase) {
    kill(showcase, SIGTERM);
    std::this_thread::sleep_for(after_that);
  }
}

void run_showcase() {
  auto const program = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/showcase";
  execl(program.c_str(), "showcase", nullptr);
}

} // namespace

int main() {
  // Nobody is to be interrupted between one step and the next.
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  sigprocmask(SIG_BLOCK, &stop, nullptr);

  pid_t const showcase = getpid();
  if (fork() == 0) {
    see_to_closing(showcase);
    return 0;
  }
  // The mask outlives exec: whoever comes next should find it as we did.
  sigprocmask(SIG_UNBLOCK, &stop, nullptr);
  run_showcase();
  return EXIT_FAILURE;
}
