// SPDX-License-Identifier: MIT
// Reads a mapping beyond the end of its file.
#include <sys/mman.h>
#include <unistd.h>

int main() {
  int const file = memfd_create("subject", 0);
  auto* const page =
      static_cast<char volatile*>(mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, 0));
  return page[0];
}
