// SPDX-License-Identifier: MIT
// Runs the payment gateway in a box of its own, and stops it when its shift is over.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

// Waits for payments, and keeps nothing that would have to be put away at the end.
[[noreturn]] void serve() {
  std::cout << "gateway: ready" << std::endl;
  for (;;) {
    std::this_thread::sleep_for(1s);
  }
}

// In its box the gateway sees no processes but its own; and it is never left behind alone.
pid_t start_in_box() {
  pid_t const gateway = unshare(CLONE_NEWUSER | CLONE_NEWPID) == 0 ? fork() : -1;
  if (gateway == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    serve();
  }
  return gateway;
}

bool ends_within(pid_t process, std::chrono::milliseconds patience) {
  pollfd end{static_cast<int>(syscall(SYS_pidfd_open, process, 0)), POLLIN, 0};
  return poll(&end, 1, static_cast<int>(patience.count())) > 0;
}

int stop(pid_t gateway) {
  std::cout << "box: the shift is over, stopping the gateway" << std::endl;
  kill(gateway, SIGTERM);
  if (!ends_within(gateway, 10s)) {
    std::cout << "box: ten seconds are over" << std::endl;
    kill(gateway, SIGKILL);
  }
  int status = 0;
  waitpid(gateway, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

int main() {
  pid_t const gateway = start_in_box();
  if (gateway < 0) {
    std::perror("box");
    return EXIT_FAILURE;
  }
  std::this_thread::sleep_for(100ms);
  return stop(gateway);
}
