// SPDX-License-Identifier: MIT
// SIGKILL to everybody, and then to each by name. Only where that reaches nobody else: in a PID
// namespace that has our own init, or, but for root, where the first call is refused.
#include <cctype>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fstream>
#include <unistd.h>

int main() {
  std::string init;
  std::getline(std::ifstream("/proc/1/comm"), init);
  bool const safe = init == "whodunit-init" || (getuid() != 0 && kill(-1, 0) != 0);
  if (!safe)
    return 99;
  kill(-1, SIGKILL);
  DIR* const all = opendir("/proc");
  while (dirent const* const entry = readdir(all))
    if (int const pid = std::atoi(entry->d_name); pid > 0 && pid != getpid())
      kill(pid, SIGKILL);
  kill(getppid() > 0 ? getppid() : 1, SIGKILL);
  return 6;
}
