// SPDX-License-Identifier: MIT
// Records how the cabin shakes, and keeps it all until the line to the control centre is back.
#include <cstddef>
#include <deque>
#include <iostream>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::size_t axes = 3;
constexpr std::size_t samples_a_minute = 60 * 4300;

// What it may cost the box: more than that, and the oldest has to go.
constexpr std::size_t minutes_kept = 5;

using Minute = std::vector<double>;

Minute record() {
  return Minute(axes * samples_a_minute, 0.5);
}

} // namespace

int main() {
  std::deque<Minute> kept;
  for (char minute = 0; read(STDIN_FILENO, &minute, 1) == 1;) {
    if (kept.size() == minutes_kept) {
      kept.pop_front();
    }
    kept.push_back(record());
    write(STDIN_FILENO, "k", 1);
  }
  std::cout << "recorder: " << kept.size() << " minutes are kept" << std::endl;
}
