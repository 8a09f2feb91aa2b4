// SPDX-License-Identifier: MIT
// Tries to be a tracer before it is traced, and leaves a tracee of its own. 0: whoever is observed
// stays so.
#include <csignal>
#include <linux/sched.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0)
    return 1;
  int const child = fork();
  if (child == 0)
    for (;;)
      pause();
  if (ptrace(PTRACE_SEIZE, child, 0, 0) == 0)
    return 2;
  long const unseen = syscall(SYS_clone, CLONE_UNTRACED | SIGCHLD, nullptr, nullptr, nullptr, 0);
  if (unseen == 0)
    for (;;)
      pause();
  ptrace(PTRACE_SEIZE, unseen, 0, 0);
  ptrace(PTRACE_INTERRUPT, unseen, 0, 0);
}
