// SPDX-License-Identifier: MIT
// Lets a child enter a cgroup and sweeps that. Exits as a shell would tell of the child.
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

bool put(std::string const& file, char const* text) {
  int const opened = open(file.c_str(), O_WRONLY | O_CLOEXEC);
  return opened >= 0 && write(opened, text, 1) == 1;
}

int main() {
  std::string const group = std::string(std::getenv("WHODUNIT_CGROUP")) + "/slot";
  mkdir(group.c_str(), 0755);
  int ready[2];
  pipe(ready);
  pid_t const child = fork();
  if (child == 0) {
    put(group + "/cgroup.procs", "0");
    write(ready[1], "!", 1);
    for (;;)
      pause();
  }
  char told = 0;
  read(ready[0], &told, 1);
  if (!put(group + "/cgroup.kill", "1")) {
    kill(child, SIGTERM); // a kernel before 5.14
    return 3;
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : 0;
}
