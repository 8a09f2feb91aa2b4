// SPDX-License-Identifier: MIT
// The front of a queue for a wind tunnel: has a dispatcher start the runs that are waiting, and
// collects how everybody ended. What the dispatcher leaves running becomes ours.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

int code_of(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

pid_t start_dispatcher() {
  pid_t const dispatcher = fork();
  if (dispatcher == 0) {
    auto const program = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/dispatcher";
    execl(program.c_str(), "dispatcher", "wing", "tail", nullptr);
    _exit(127);
  }
  return dispatcher;
}

} // namespace

int main() {
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  pid_t const dispatcher = start_dispatcher();
  int worst = 0;
  int status = 0;
  for (pid_t ended = 0; (ended = wait(&status)) > 0;) {
    std::cout << (ended == dispatcher ? "dispatcher: " : "run: ") << code_of(status) << std::endl;
    worst = std::max(worst, code_of(status));
  }
  return worst;
}
