// SPDX-License-Identifier: MIT
// The stack of a thread that is not the first is used up: below it lies a page that nobody may
// touch.
#include <thread>

int deeper(int depth) {
  char volatile frame[1024] = {};
  return deeper(depth + 1) + frame[0];
}

int main() {
  std::thread([] { deeper(0); }).join();
}
