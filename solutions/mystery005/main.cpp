// SPDX-License-Identifier: MIT
// Turns the raw readings of a weather station's thermometers into tenths of a degree.
#include <iomanip>
#include <iostream>
#include <limits>
#include <sstream>
#include <string>

namespace {

// What the logger fetched tonight: the place, the reading, and the counts of that thermometer per
// tenth of a degree. The one under the roof is wired the other way round.
constexpr auto log_of_the_night = R"(garden         3216   24
cellar         2880   24
roof           -187   -1
north-wall     2736   24
roof    -2147483648   -1
garden         3192   24
)";

// The logger's word for a thermometer that did not answer.
constexpr int no_answer = std::numeric_limits<int>::min();

struct Reading {
  std::string place;
  int counts = 0;
  int counts_per_tenth = 1;
};

int tenths(Reading const& reading) {
  return reading.counts / reading.counts_per_tenth;
}

} // namespace

int main() {
  std::istringstream log(log_of_the_night);
  std::cout << std::fixed << std::setprecision(1);
  for (Reading reading; log >> reading.place >> reading.counts >> reading.counts_per_tenth;) {
    // It is not a number of counts, so it is never divided.
    if (reading.counts == no_answer) {
      std::cout << reading.place << " gave no answer\n";
      continue;
    }
    std::cout << std::left << std::setw(12) << reading.place << std::right << std::setw(6)
              << tenths(reading) / 10.0 << " C\n";
  }
}
