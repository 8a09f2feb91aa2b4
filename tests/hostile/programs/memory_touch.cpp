// SPDX-License-Identifier: MIT
// Takes memory and uses it.
#include <cstring>

int main() {
  constexpr unsigned long mebibyte = 1 << 20;
  for (;;)
    std::memset(new char[mebibyte], 'x', mebibyte);
}
