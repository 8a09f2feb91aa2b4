// SPDX-License-Identifier: MIT
// Takes memory and touches it until something stops it.
#include <cstdlib>
#include <cstring>

int main() {
  for (std::size_t taken = 0; taken < 1024; ++taken)
    if (void* const memory = std::malloc(1 << 20))
      std::memset(memory, 1, 1 << 20);
  return 0;
}
