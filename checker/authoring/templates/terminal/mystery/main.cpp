// SPDX-License-Identifier: MIT
// Has a news ticker run on a screen of its own, and takes the first headline from it.
#include <filesystem>
#include <iostream>
#include <pty.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

pid_t start_ticker(int& screen) {
  auto const program = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/ticker";
  pid_t const ticker = forkpty(&screen, nullptr, nullptr, nullptr);
  if (ticker == 0) {
    execl(program.c_str(), "ticker", nullptr);
    _exit(127);
  }
  return ticker;
}

std::string headline(int screen) {
  std::string line;
  for (char letter = 0; read(screen, &letter, 1) == 1 && letter != '\n';) {
    if (letter != '\r') {
      line += letter;
    }
  }
  return line;
}

} // namespace

int main() {
  int screen = -1;
  pid_t const ticker = start_ticker(screen);
  if (ticker < 0) {
    return 2;
  }
  std::cout << headline(screen) << std::endl;
  close(screen);
  int status = 0;
  waitpid(ticker, &status, 0);
  if (!WIFEXITED(status)) {
    std::cerr << "the ticker is gone" << std::endl;
    return 1;
  }
  std::cout << "ticker signed off" << std::endl;
}
