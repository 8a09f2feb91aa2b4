// SPDX-License-Identifier: MIT
#include "report/axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace whodunit {
namespace {

struct Unit {
  std::string_view name;
  double size;
};

constexpr double second = 1e9;
constexpr std::array times{Unit{"ns", 1},
                           Unit{"us", 1e3},
                           Unit{"ms", 1e6},
                           Unit{"s", second},
                           Unit{"min", 60 * second},
                           Unit{"h", 3600 * second},
                           Unit{"d", 86400 * second}};
constexpr std::array sizes{Unit{"B", 1},        Unit{"KiB", 0x1p10}, Unit{"MiB", 0x1p20},
                           Unit{"GiB", 0x1p30}, Unit{"TiB", 0x1p40}, Unit{"PiB", 0x1p50},
                           Unit{"EiB", 0x1p60}};

// The largest that is not above what is to be told in it, so that ticks have few digits.
template <std::size_t Count>
Unit unit_for(std::array<Unit, Count> const& units, double value) {
  auto best = units.front();
  for (auto const& unit : units)
    if (unit.size <= value)
      best = unit;
  return best;
}

double time_step(double least) {
  constexpr std::array clock{30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0, 21600.0};
  if (least > 20 * second)
    for (double const step : clock)
      if (step * second >= least)
        return step * second;
  double const day = least > clock.back() * second ? 86400 * second : 1;
  double const decade = std::pow(10, std::floor(std::log10(least / day)));
  for (double const factor : {1.0, 2.0, 5.0})
    if (factor * decade * day >= least)
      return factor * decade * day;
  return 10 * decade * day;
}

Axis with_ticks(double end, double step, Unit unit) {
  Axis axis{end, {}};
  constexpr double rounding = 1e-9;
  for (int i = 0; i * step <= end * (1 + rounding); ++i)
    axis.ticks.push_back(
        {i * step, i == 0 ? "0" : fmt::format("{:.6g} {}", i * step / unit.size, unit.name)});
  return axis;
}

} // namespace

Axis time_axis(Moment end, int most) {
  auto const length = std::max(static_cast<double>(end.count()), 1.0);
  return with_ticks(length, std::max(time_step(length / most), 1.0), unit_for(times, length));
}

Axis size_axis(Bytes largest, int most) {
  auto const size = std::max(static_cast<double>(largest.count), 1.0);
  double const step = std::max(std::exp2(std::ceil(std::log2(size / most))), 1.0);
  double const end = step * std::ceil(size / step);
  return with_ticks(end, step, unit_for(sizes, end));
}

double placed(Axis const& axis, double value, double begin, double end) {
  return begin + (end - begin) * std::clamp(value / axis.end, 0.0, 1.0);
}

} // namespace whodunit
