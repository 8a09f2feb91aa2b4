// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The picture of a run over time: a lane for each process from its birth to its end, signals where
/// they arrived, with an arrow from whoever sent them.

#include "report/timeline.hpp"

#include <string>

namespace whodunit {

/// An SVG element with title and description, coloured by the classes of page_style.cpp. Has at
/// most most_lanes lanes and most_marks marks.
std::string timeline_svg(Fate const& fate, Timeline const& timeline);

} // namespace whodunit
