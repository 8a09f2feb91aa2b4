// SPDX-License-Identifier: MIT
// Memory that only the kernel holds: eight processes, each with as many full pipes as it may have
// descriptors for.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  rlimit most{};
  getrlimit(RLIMIT_NOFILE, &most);
  most.rlim_cur = most.rlim_max;
  setrlimit(RLIMIT_NOFILE, &most);
  for (int doubling = 0; doubling < 3; ++doubling)
    fork();
  static char const block[4096] = {'x'};
  for (int ends[2]; pipe2(ends, O_NONBLOCK) == 0;)
    while (write(ends[1], block, sizeof block) > 0) {
    }
  while (wait(nullptr) > 0) {
  }
}
