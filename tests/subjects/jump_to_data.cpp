// SPDX-License-Identifier: MIT
// Calls bytes on the heap, which may be read but not executed.
#include <cstdlib>

int main() {
  auto* const code = static_cast<unsigned char*>(std::calloc(1, 64));
  code[0] = 0xc3;
  reinterpret_cast<void (*)()>(code)();
}
