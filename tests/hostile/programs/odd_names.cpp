// SPDX-License-Identifier: MIT
// Is called what no terminal and no parser should have to read.
#include <cstring>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int, char** arguments) {
  prctl(PR_SET_NAME, "\x1b[31m) R \n\xff\"");
  std::memset(arguments[0], '\n', std::strlen(arguments[0]));
  if (fork() == 0) {
    prctl(PR_SET_NAME, "a\nb: 1\n(c) Z 1");
    _exit(9);
  }
  wait(nullptr);
  return 7;
}
