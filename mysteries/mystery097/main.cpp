// SPDX-License-Identifier: MIT
// Installs the new season of a planetarium, step by step. Whoever starts it is to learn exactly how
// the last step ended.
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

int run(std::string const& step) {
  pid_t const child = fork();
  if (child == 0) {
    auto const folder = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/";
    execl((folder + step).c_str(), step.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

int end_like(int status) {
  if (WIFSIGNALED(status)) {
    std::signal(WTERMSIG(status), SIG_DFL);
    std::raise(WTERMSIG(status));
  }
  return WEXITSTATUS(status);
}

} // namespace

int main() {
  for (std::string const step : {"unpack", "index"}) {
    if (int const status = run(step); status != 0) {
      return end_like(status);
    }
  }
  std::cout << "the new season is installed\n";
}
