// SPDX-License-Identifier: MIT
// Files without content, as many as there can be. 0: there was an end to it.
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <unistd.h>

int main() {
  for (int number = 0;; ++number) {
    int const file = open(("hostile-" + std::to_string(number)).c_str(), O_WRONLY | O_CREAT, 0600);
    if (file < 0)
      return errno == ENOSPC ? 0 : errno;
    close(file);
  }
}
