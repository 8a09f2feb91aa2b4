// SPDX-License-Identifier: MIT
// Fills every file system that it can write to. 0: each was full before long.
#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <string>
#include <unistd.h>

namespace {
int fill(std::string const& folder) {
  int const file = open((folder + "/hostile-file").c_str(), O_WRONLY | O_CREAT, 0600);
  static char const block[1 << 20] = {'x'};
  while (write(file, block, sizeof block) > 0) {
  }
  return file < 0 ? 0 : errno;
}
} // namespace

int main() {
  for (char const* const folder : {"/tmp", "/dev/shm", ".", "/var/tmp", "/run", "/dev"})
    if (int const why = fill(folder); why != 0 && why != ENOSPC)
      return why;
}
