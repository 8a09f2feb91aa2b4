// SPDX-License-Identifier: MIT
// Children that are not its own but its parent's, traced and untraced ones.
#include <csignal>
#include <initializer_list>
#include <linux/sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int main() {
  for (unsigned long const flags : {CLONE_PARENT, CLONE_PARENT | CLONE_UNTRACED})
    if (syscall(SYS_clone, flags | SIGCHLD, nullptr, nullptr, nullptr, 0) == 0)
      for (;;)
        pause();
}
