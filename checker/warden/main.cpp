// SPDX-License-Identifier: MIT
#include "warden/service.hpp"

#include <cstdio>
#include <sys/stat.h>

int main() {
  struct stat socket {};
  if (::fstat(whodunit::warden_socket, &socket) != 0 || !S_ISSOCK(socket.st_mode)) {
    std::fputs("whodunit-warden is a part of whodunit and is started by it: see whodunit help\n",
               stderr);
    return 2;
  }
  return whodunit::serve(whodunit::Channel(whodunit::UniqueFd(whodunit::warden_socket)));
}
