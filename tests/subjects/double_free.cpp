// SPDX-License-Identifier: MIT
// The pointers are volatile, or the compiler would leave both calls out.
#include <cstdlib>

int main() {
  void* const volatile memory = std::malloc(64);
  std::free(memory);
  std::free(memory);
}
