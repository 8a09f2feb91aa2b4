// SPDX-License-Identifier: MIT
// Is ended by the OOM killer, wherever memory has a limit.
#include <cstdlib>
#include <cstring>

int main() {
  constexpr std::size_t block = 1U << 20U;
  for (int blocks = 0; blocks < 1024; ++blocks)
    if (void* const memory = std::malloc(block))
      std::memset(memory, 1, block);
}
