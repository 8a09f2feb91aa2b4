// SPDX-License-Identifier: MIT
// The nightly backup: packs the photographs, and throws old backups away meanwhile. Reports on the
// packing, which is done long before the rest is.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

std::filesystem::path tools() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "mystery038.d";
}

pid_t start(std::string const& name) {
  std::string const path = tools() / name;
  pid_t const child = fork();
  if (child == 0) {
    execl(path.c_str(), name.c_str(), nullptr);
    _exit(127);
  }
  return child;
}

void report(std::string const& name, int outcome) {
  std::cout << "backup: " << name;
  if (WIFEXITED(outcome)) {
    std::cout << " exited with " << WEXITSTATUS(outcome) << std::endl;
  } else {
    std::cout << " was killed by signal " << WTERMSIG(outcome) << std::endl;
  }
}

} // namespace

int main() {
  start("prune");
  start("pack");
  int packing = 0;
  int pruning = 0;
  wait(&packing);
  wait(&pruning);
  report("pack", packing);
  report("prune", pruning);
  return WIFEXITED(packing) ? WEXITSTATUS(packing) : EXIT_FAILURE;
}
