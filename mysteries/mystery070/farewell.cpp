// SPDX-License-Identifier: MIT
// The last thing that a reader sees. Then the session is closed, so that the next one cannot go on
// in somebody else's name.
#include <csignal>
#include <iostream>
#include <unistd.h>

namespace {

// We were started by the shell of the session.
void close_session() {
  pid_t const shell = getppid();
  if (shell > 1) {
    kill(shell, SIGTERM);
  }
}

} // namespace

int main(int, char** arguments) {
  std::cout << "Goodbye, " << arguments[1] << ". Please take your card." << std::endl;
  close_session();
}
