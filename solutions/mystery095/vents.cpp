// SPDX-License-Identifier: MIT
// Opens and shuts the vents in the roof. Two of it would fight over the motors, so the newer one
// sends the older one away.
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sys/file.h>
#include <unistd.h>

namespace {

void replace(std::filesystem::path const& record) {
  pid_t predecessor = 0;
  // The lock lasts as long as its holder. If it is to be had, the number belongs to somebody else.
  int const lock = open(record.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  bool const alone = flock(lock, LOCK_EX | LOCK_NB) == 0;
  if (!alone && std::ifstream(record) >> predecessor) {
    kill(predecessor, SIGTERM);
    flock(lock, LOCK_EX);
  }
  std::ofstream(record) << getpid() << '\n';
}

} // namespace

int main(int, char** arguments) {
  replace(std::filesystem::path(arguments[1]) / "vents.pid");
  std::cout << "vents: 12 degrees, shut" << std::endl;
  write(STDIN_FILENO, "!", 1);
  char nothing = 0;
  return read(STDIN_FILENO, &nothing, 1) == 0 ? 0 : 1;
}
