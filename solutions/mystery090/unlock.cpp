// SPDX-License-Identifier: MIT
// Unlocks the key with which letters are signed, and leaves it with an agent, which keeps it for as
// long as the batch runs.
#include <chrono>
#include <csignal>
#include <iostream>
#include <sys/prctl.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

void keep_key(pid_t batch) {
  close(STDOUT_FILENO); // whoever reads what we print must not wait for the agent as well
  prctl(PR_SET_NAME, "key-agent");
  while (kill(batch, 0) == 0) {
    std::this_thread::sleep_for(100ms);
  }
}

} // namespace

int main() {
  pid_t const batch = getppid();
  std::cout << "key of mail.example.org unlocked" << std::endl;
  if (fork() == 0) {
    keep_key(batch);
    _exit(0);
  }
}
