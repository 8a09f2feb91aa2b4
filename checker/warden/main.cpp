// SPDX-License-Identifier: MIT
#include "warden/service.hpp"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>

int main(int argc, char** argv) {
  int const end = argc == 2 ? std::atoi(argv[1]) : -1;
  struct stat socket {};
  if (end <= 2 || ::fstat(end, &socket) != 0 || !S_ISSOCK(socket.st_mode)) {
    std::fputs("whodunit-warden is a part of whodunit and is started by it: see whodunit help\n",
               stderr);
    return 2;
  }
  ::fcntl(end, F_SETFD, FD_CLOEXEC); // no command of a run gets it
  return whodunit::serve(whodunit::Channel(whodunit::UniqueFd(end)));
}
