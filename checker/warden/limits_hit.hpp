// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Which of the limits that were set told of themselves: by a signal of the kernel, or by a
/// counter.

#include "warden/launch.hpp"

#include <vector>

namespace whodunit {

/// Those of memory, CPU time, file size and output. \param overflowed more output came than is kept
std::vector<LimitHit> limits_hit(Limits const& limits, Fate const& fate, bool overflowed);

} // namespace whodunit
