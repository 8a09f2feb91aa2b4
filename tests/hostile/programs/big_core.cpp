// SPDX-License-Identifier: MIT
// Aborts with more in memory than its folder has room for.
#include <cstdlib>
#include <cstring>

int main() {
  constexpr unsigned long size = 32 << 20;
  std::memset(new char[size], 'x', size);
  std::abort();
}
