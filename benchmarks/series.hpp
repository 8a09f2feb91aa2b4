// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The times that one contender took, and how they compare with the floor's of the same rounds.

#include <chrono>
#include <string>
#include <vector>

namespace whodunit::benchmark {

/// One contender's times, one per round.
struct Series {
  std::string name;                            ///< as in the table
  std::vector<std::chrono::nanoseconds> times; ///< of rounds, in order
};

/// A middle value and the quarters around it.
struct Quartiles {
  double low = 0;    ///< a quarter lies below
  double middle = 0; ///< the median
  double high = 0;   ///< a quarter lies above
};

Quartiles quartiles(std::vector<double> values); ///< of at least one value
/// Of each round's ratio to the floor's time in the same round.
Quartiles ratios(Series const& series, Series const& floor);
/// Of the times, in milliseconds.
Quartiles milliseconds(Series const& series);

} // namespace whodunit::benchmark
