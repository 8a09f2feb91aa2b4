// SPDX-License-Identifier: MIT
// Gives itself a new view of its own cgroup, and from there more memory. 0: refused.
#include <fcntl.h>
#include <initializer_list>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

int main() {
  unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWCGROUP);
  mkdir("hostile-cgroup", 0700);
  if (mount("none", "hostile-cgroup", "cgroup", 0, "memory") != 0 &&
      mount("none", "hostile-cgroup", "cgroup2", 0, nullptr) != 0)
    return 0;
  for (char const* const name :
       {"hostile-cgroup/memory.memsw.limit_in_bytes", "hostile-cgroup/memory.limit_in_bytes",
        "hostile-cgroup/memory.max"})
    if (int const file = open(name, O_WRONLY); file >= 0 && write(file, "1073741824", 10) == 10)
      return 1;
  return 2;
}
