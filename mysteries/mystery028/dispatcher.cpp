// SPDX-License-Identifier: MIT
// Starts a run of the wind tunnel for each part that is named to it. Should the dispatcher be lost,
// no run is to keep the fans turning: each of them has asked to go with it.
#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <sys/prctl.h>
#include <unistd.h>

namespace {

void start_run(char const* part) {
  if (fork() == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    auto const here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    execl((here / "tunnel").c_str(), "tunnel", part, nullptr);
    _exit(127);
  }
}

// The pipe's other end is closed by whoever becomes a run: when all have, there is no more to read.
void wait_until_all_run(std::array<int, 2> const& pipe) {
  close(pipe[1]);
  char nothing = 0;
  read(pipe[0], &nothing, 1);
}

} // namespace

int main(int count, char** arguments) {
  std::array<int, 2> pipe{};
  pipe2(pipe.data(), O_CLOEXEC);
  for (int part = 1; part < count; ++part) {
    start_run(arguments[part]);
  }
  wait_until_all_run(pipe);
  std::cout << "all runs have begun" << std::endl;
}
