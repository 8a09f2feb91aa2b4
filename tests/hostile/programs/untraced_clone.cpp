// SPDX-License-Identifier: MIT
// Has a child that no tracer is told of, and which outlives it.
#include <csignal>
#include <linux/sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int main() {
  if (syscall(SYS_clone, CLONE_UNTRACED | SIGCHLD, nullptr, nullptr, nullptr, 0) != 0)
    return 0;
  setsid();
  for (int signal = 1; signal < NSIG; ++signal)
    std::signal(signal, SIG_IGN);
  for (;;)
    fork() == 0 ? pause() : pause();
}
