// SPDX-License-Identifier: MIT
// Kills its child and passes the news on as a shell would: exit status 137.
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  pid_t const child = fork();
  if (child == 0)
    for (;;)
      pause();
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return 128 + WTERMSIG(status);
}
