// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The picture of threads that wait for each other: a deadlock is a circle of arrows.

#include "fate/fate.hpp"

#include <string>

namespace whodunit {

/// An SVG element with title and description; empty where no thread is known to wait for another.
/// Of very many the first are drawn, as many as fit around a circle.
std::string waits_svg(Fate const& fate);

} // namespace whodunit
