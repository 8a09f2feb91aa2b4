// SPDX-License-Identifier: MIT
#undef NDEBUG
#include <cassert>

int main(int argc, char**) {
  assert(argc == 7);
}
