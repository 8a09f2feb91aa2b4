// SPDX-License-Identifier: MIT
// A child that asked to die with its parent; the parent ends, the grandparent waits for the child.
#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  if (fork() == 0) {
    int ready[2];
    pipe(ready);
    if (fork() == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      write(ready[1], "", 1);
      for (;;)
        pause();
    }
    char byte;
    read(ready[0], &byte, 1);
    _exit(0);
  }
  int status = 0;
  while (wait(&status) > 0 && !WIFSIGNALED(status))
    ;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : 0;
}
