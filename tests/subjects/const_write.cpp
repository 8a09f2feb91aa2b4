// SPDX-License-Identifier: MIT
// Writes to a page that is mapped for reading only.
#include <sys/mman.h>

int main() {
  void* const page = mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  *static_cast<char volatile*>(page) = 1;
}
