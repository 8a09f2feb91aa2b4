// SPDX-License-Identifier: MIT
// Switches off a site that nobody has visited for a while, so that the host's memory is there for
// the others. The site is the argument; each of its visits is a character on standard input.
#include <array>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <unistd.h>

namespace {

constexpr int patience = 300; // seconds

} // namespace

int main(int, char** arguments) {
  pid_t const site = std::atoi(arguments[1]);
  pollfd line{STDIN_FILENO, POLLIN, 0};
  while (poll(&line, 1, patience) > 0) {
    std::array<char, 64> visits{};
    if (read(STDIN_FILENO, visits.data(), visits.size()) <= 0) {
      return EXIT_SUCCESS; // the site has closed by itself
    }
  }
  kill(site, SIGKILL);
}
