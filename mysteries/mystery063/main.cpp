// SPDX-License-Identifier: MIT
// Lets a plug-in print the labels of a round. It works with a copy of the plug-in, so that a new
// version can be put in place at any time.
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

fs::path plugins() {
  return fs::read_symlink("/proc/self/exe").parent_path() / "mystery063.d";
}

fs::path own_copy(std::string const& name) {
  fs::path copy = fs::current_path() / (name + ".now");
  std::ifstream from(plugins() / name, std::ios::binary);
  std::ofstream to(copy, std::ios::binary);
  to << from.rdbuf();
  return copy;
}

int run(fs::path const& plugin, std::string const& round) {
  pid_t const child = fork();
  if (child == 0) {
    execl(plugin.c_str(), plugin.c_str(), round.c_str(), nullptr);
    std::cerr << "labels: the plug-in a6 does not start: " << std::strerror(errno) << std::endl;
    _exit(errno == ENOENT ? 127 : 126);
  }
  int outcome = 0;
  waitpid(child, &outcome, 0);
  return WIFEXITED(outcome) ? WEXITSTATUS(outcome) : EXIT_FAILURE;
}

} // namespace

int main() {
  fs::path const plugin = own_copy("a6");
  int const outcome = run(plugin, "north-1");
  fs::remove(plugin);
  if (outcome == 0) {
    std::cout << "labels: all printed" << std::endl;
  }
  return outcome;
}
