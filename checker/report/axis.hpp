// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The axes of a picture: ticks at round values with their units. Draws nothing.

#include "fate/units.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// A line across an axis.
struct Tick {
  double value = 0;  ///< in the unit of the axis: nanoseconds or bytes
  std::string label; ///< `1.5 s`
};

/// From 0 to \ref end.
struct Axis {
  double end = 1;          ///< above 0, in nanoseconds or bytes
  std::vector<Tick> ticks; ///< rising, the first at 0, none behind \ref end
};

/// An axis of time that ends at \p end, in steps of 1, 2 or 5 (from minutes on: as a clock has
/// them), with at most \p most steps.
Axis time_axis(Moment end, int most = 8);

/// An axis of sizes in steps of a power of two, that ends at the first tick not below \p largest.
Axis size_axis(Bytes largest, int most = 5);

/// Where \p value lies between \p begin and \p end in a picture; outside the axis, at its nearer
/// end.
double placed(Axis const& axis, double value, double begin, double end);

} // namespace whodunit
