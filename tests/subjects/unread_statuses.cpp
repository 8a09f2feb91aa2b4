// SPDX-License-Identifier: MIT
// Has two children, one of which crashes, and looks at neither's status; with an argument only that
// one.
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char**) {
  if (fork() == 0)
    return raise(SIGSEGV);
  if (argc == 1 && fork() == 0)
    return 0;
  while (wait(nullptr) > 0) {
  }
}
