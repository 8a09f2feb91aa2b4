// SPDX-License-Identifier: MIT
// Works out the pay slips of a cinema: by the hour, and more for what lies in the night.
#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <iostream>
#include <string_view>

namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

constexpr minutes night_begins = 20h;
constexpr int cents_an_hour = 1480;
constexpr int night_cents_an_hour = 370;

struct Shift {
  std::string_view who;
  minutes from, to;
  minutes pause_from, pause_to;
};

constexpr std::array shifts{
    Shift{"Ines", 17h, 23h, 20h, 20h + 30min},
    Shift{"Tariq", 18h, 23h + 30min, 21h, 21h + 20min},
    Shift{"Wanda", 13h, 19h, 16h, 16h + 30min},
    Shift{"Yusuf", 19h, 23h + 45min, 21h + 30min, 22h},
};

minutes elapsed(minutes from, minutes to) {
  assert(from <= to);
  return to - from;
}

minutes paid_minutes(Shift const& shift) {
  return elapsed(shift.from, shift.to) - elapsed(shift.pause_from, shift.pause_to);
}

minutes night_minutes(Shift const& shift) {
  // Whoever goes home before the night begins has worked nothing of it.
  return elapsed(std::max(shift.from, night_begins), std::max(shift.to, night_begins));
}

auto wage(Shift const& shift) {
  return (paid_minutes(shift).count() * cents_an_hour +
          night_minutes(shift).count() * night_cents_an_hour) /
         60;
}

} // namespace

int main() {
  for (Shift const& shift : shifts) {
    std::cout << shift.who << ": " << wage(shift) << " ct\n";
  }
}
