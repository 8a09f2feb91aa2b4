// SPDX-License-Identifier: MIT
// Says that it is there, in a tree of which every process would go on for ever.
#include <csignal>
#include <linux/sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int main() {
  for (int signal = 1; signal < NSIG; ++signal)
    std::signal(signal, SIG_IGN);
  if (fork() == 0)
    setsid();
  if (fork() == 0)
    write(1, "r", 1);
  for (;;)
    pause();
}
