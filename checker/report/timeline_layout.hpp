// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Where everything of a timeline goes in its picture. Numbers only: what they look like is decided
/// in timeline_svg.cpp.

#include "report/axis.hpp"
#include "report/timeline.hpp"

namespace whodunit {

/// Lanes that a picture has at most, and marks in them.
inline constexpr std::size_t most_lanes = 40;
inline constexpr std::size_t most_marks = 400; ///< of all lanes together

/// One event in its lane.
struct PlacedMark {
  std::size_t event = 0; ///< index among Timeline::events
  double x = 0;          ///< its moment
  int row = -1;          ///< of its label above the bar, from 0; -1: there is no room for it
  bool leftward = false; ///< the label ends at \ref x instead of beginning there
};

/// The life of one process.
struct Lane {
  std::size_t process = 0;           ///< index among Fate::processes
  std::size_t depth = 0;             ///< ancestors that are in the tree
  std::optional<std::size_t> parent; ///< index among Fate::processes
  double top = 0;                    ///< of everything in it
  double middle = 0;                 ///< of its bar
  double begin = 0;                  ///< x of its birth
  double end = 0;                    ///< x of its end, or of the end of the picture
  std::vector<PlacedMark> marks;     ///< in order of time, without birth and end
};

/// The picture, in its own units; one is about a pixel.
struct TimelineLayout {
  double width = 1040;      ///< of everything
  double height = 0;        ///< of everything
  double plot_begin = 210;  ///< x of the moment 0; names stand left of it
  double plot_end = 890;    ///< x of the end of the run; endings stand right of it
  double plot_top = 34;     ///< under the labels of the axis
  Axis axis;                ///< time
  std::vector<Lane> lanes;  ///< a child below its parent
  std::size_t left_out = 0; ///< processes without a lane

  double x(Moment when) const;                    ///< of a moment; never outside the plot
  Lane const* lane_of(std::size_t process) const; ///< nullptr if it has none
};

/// Lays the timeline out. Of too many processes those are kept that did something, or to which
/// something was done; then the first born.
TimelineLayout lay_out(Fate const& fate, Timeline const& timeline);

} // namespace whodunit
