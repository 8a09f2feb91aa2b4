// SPDX-License-Identifier: MIT
// Two threads, two locks, each in another order. A barrier makes sure that each has one.
#include <barrier>
#include <mutex>
#include <thread>

int main() {
  std::mutex left, right;
  std::barrier both_have_one(2);
  auto const take = [&](std::mutex& first, std::mutex& second) {
    std::scoped_lock const one(first);
    both_have_one.arrive_and_wait();
    std::scoped_lock const two(second);
  };
  std::thread other([&] { take(left, right); });
  take(right, left);
  other.join();
}
