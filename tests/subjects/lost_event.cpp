// SPDX-License-Identifier: MIT
// Waits for a notification that nobody is left to give.
#include <condition_variable>
#include <mutex>

int main() {
  std::mutex lock;
  std::condition_variable event;
  std::unique_lock guard(lock);
  event.wait(guard, [] { return false; });
}
