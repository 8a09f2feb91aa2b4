// SPDX-License-Identifier: MIT
// Takes an order of a printing shop and has its sheets folded.
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

std::string program(std::string const& name) {
  return std::filesystem::read_symlink("/proc/self/exe").string() + ".d/" + name;
}

bool fold(std::string const& format) {
  pid_t const folding = fork();
  if (folding == 0) {
    execl(program("folder").c_str(), "folder", format.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(folding, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

int main() {
  if (!fold("leaflet")) {
    std::cerr << "order not finished" << std::endl;
    return 1;
  }
  std::cout << "order finished" << std::endl;
}
