// SPDX-License-Identifier: MIT
// Plans the round of a van: the atlas measures the ways, in a process of its own.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

bool measured() {
  auto const here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  std::string const atlas = here / "mystery069.d" / "atlas";
  pid_t const child = fork();
  if (child == 0) {
    execl(atlas.c_str(), "atlas", nullptr);
    _exit(127);
  }
  int outcome = 0;
  waitpid(child, &outcome, 0);
  return WIFEXITED(outcome) && WEXITSTATUS(outcome) == 0;
}

} // namespace

int main() {
  if (!measured()) {
    std::cerr << "round: could not be planned\n";
    return EXIT_FAILURE;
  }
  std::cout << "round: planned" << std::endl;
}
