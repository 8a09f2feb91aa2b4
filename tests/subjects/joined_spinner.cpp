// SPDX-License-Identifier: MIT
// The first thread waits for the end of one that has none.
#include <thread>

int main() {
  std::thread worker([] {
    for (volatile unsigned count = 0;; count = count + 1)
      ;
  });
  worker.join();
}
