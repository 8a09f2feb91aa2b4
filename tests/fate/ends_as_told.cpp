// SPDX-License-Identifier: MIT
// `ends_as_told exit 7` exits with 7; `ends_as_told signal 9` dies of signal 9, without leaving a
// core file.
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

int main(int argc, char** argv) {
  if (argc != 3)
    return 99;
  int const number = std::atoi(argv[2]);
  if (std::string_view(argv[1]) == "exit")
    return number;
  rlimit const no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  std::signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  kill(getpid(), number);
  return 98;
}
