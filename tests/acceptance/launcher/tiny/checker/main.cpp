// SPDX-License-Identifier: MIT
#include <cstdio>
#include <cstring>
#include <fcntl.h>

/// Shows its arguments, one in each line, and a descriptor that was left open for it; ends with 7
/// if the first is "fail".
int main(int argc, char** argv) {
  std::puts("first edition");
  for (int i = 1; i < argc; ++i)
    std::printf("[%s]\n", argv[i]);
  for (int descriptor = 3; descriptor < 64; ++descriptor)
    if (fcntl(descriptor, F_GETFD) != -1)
      std::printf("descriptor %d is open\n", descriptor);
  return argc > 1 && std::strcmp(argv[1], "fail") == 0 ? 7 : 0;
}
