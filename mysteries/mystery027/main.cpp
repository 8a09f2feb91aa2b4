// SPDX-License-Identifier: MIT
// Simulates a day at a crossroads, second by second, and looks for the longest queue at the lights.
#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <sys/resource.h>

namespace {

constexpr int seconds_of_a_day = 24 * 60 * 60;

// The farm is shared: one crossroads is worth a second of it.
void keep_within_the_share() {
  rlimit const share{1, 1};
  setrlimit(RLIMIT_CPU, &share);
}

class Crossroads {
public:
  void pass(int second) {
    cars_ += arrives(second) ? 1 : 0;
    if (green(second) && cars_ > 0) {
      --cars_;
    }
  }
  int cars() const { return cars_; }

private:
  static bool green(int second) { return second % 60 < 35; }
  // Traffic is thin at midnight and thick at noon.
  bool arrives(int second) {
    chance_ = chance_ * 1103515245U + 12345U;
    int const hour = second / 3600;
    return static_cast<int>(chance_ >> 16U & 0xffU) < 12 * std::min(hour, 24 - hour);
  }

  std::uint32_t chance_ = 2026;
  int cars_ = 0;
};

int waiting_at(int moment) {
  Crossroads crossroads;
  for (int second = 0; second <= moment; ++second) {
    crossroads.pass(second);
  }
  return crossroads.cars();
}

} // namespace

int main() {
  keep_within_the_share();
  int longest = 0;
  for (int second = 0; second < seconds_of_a_day; ++second) {
    longest = std::max(longest, waiting_at(second));
    if (second % 3600 == 0) {
      std::cout << std::setw(2) << second / 3600 << ":00  longest queue so far " << longest
                << std::endl;
    }
  }
  std::cout << "24:00  longest queue of the day " << longest << std::endl;
}
