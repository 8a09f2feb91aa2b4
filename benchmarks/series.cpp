// SPDX-License-Identifier: MIT
#include "series.hpp"

#include <algorithm>

namespace whodunit::benchmark {

Quartiles quartiles(std::vector<double> values) {
  std::ranges::sort(values);
  auto const at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  return {at(0.25), at(0.5), at(0.75)};
}

Quartiles ratios(Series const& series, Series const& floor) {
  std::vector<double> values;
  for (std::size_t i = 0; i < series.times.size(); ++i)
    values.push_back(static_cast<double>(series.times[i].count()) /
                     static_cast<double>(floor.times[i].count()));
  return quartiles(std::move(values));
}

Quartiles milliseconds(Series const& series) {
  std::vector<double> values;
  for (auto const time : series.times)
    values.push_back(std::chrono::duration<double, std::milli>(time).count());
  return quartiles(std::move(values));
}

} // namespace whodunit::benchmark
