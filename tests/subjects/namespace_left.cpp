// SPDX-License-Identifier: MIT
// Makes a PID namespace, whose init leaves while another is at home. Exits as a shell would tell of
// that one.
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  if (unshare(CLONE_NEWPID) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWPID) != 0)
    return 3;
  int bell[2];
  pipe(bell);
  if (fork() == 0) { // the first inside is the init
    char rung = 0;
    return read(bell[0], &rung, 1) == 1 ? 0 : 1;
  }
  pid_t const guest = fork();
  if (guest == 0)
    for (;;)
      pause();
  write(bell[1], "!", 1);
  int status = 0;
  waitpid(guest, &status, 0);
  wait(nullptr);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : 0;
}
