// SPDX-License-Identifier: MIT
// By vfork, unseen by a tracer, into another image that stays.
#include <csignal>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {
int leave(void*) {
  execl("/bin/sleep", "sleep", "1000", nullptr);
  _exit(1);
}
} // namespace

int main() {
  static char stack[1 << 16];
  return clone(leave, stack + sizeof stack, CLONE_VM | CLONE_VFORK | CLONE_UNTRACED | SIGCHLD,
               nullptr) > 0
             ? 0
             : 1;
}
