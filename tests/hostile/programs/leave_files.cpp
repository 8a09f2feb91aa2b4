// SPDX-License-Identifier: MIT
// Leaves a file in every folder that may be writable. 0: it found none of an earlier run.
#include <fcntl.h>
#include <initializer_list>
#include <string>
#include <unistd.h>

int main() {
  for (std::string const folder :
       {"/", "/tmp", "/dev", "/dev/shm", "/dev/pts", "/run", "/var/tmp", "/proc/sys"}) {
    auto const file = folder + "/hostile-leftover";
    if (access(file.c_str(), F_OK) == 0)
      return 1;
    close(open(file.c_str(), O_WRONLY | O_CREAT, 0600));
  }
}
