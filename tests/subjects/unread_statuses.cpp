// SPDX-License-Identifier: MIT
// Has two children, one of which crashes, and looks at neither's status: both at a time, or with an
// argument one after the other.
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char**) {
  int gate[2];
  pipe(gate);
  for (int number = 0; number < 2; ++number) {
    if (fork() == 0) {
      close(gate[1]);
      char nothing = 0;
      if (argc == 1)
        read(gate[0], &nothing, 1); // ends when the parent has made both
      return number == 0 ? raise(SIGSEGV) : 0;
    }
    if (argc > 1)
      wait(nullptr);
  }
  close(gate[1]);
  while (wait(nullptr) > 0) {
  }
}
