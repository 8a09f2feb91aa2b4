// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The units in which a fate is told.

#include <chrono>
#include <compare>
#include <cstdint>

namespace whodunit {

/// A number of bytes.
struct Bytes {
  std::uint64_t count = 0; ///< bytes, whatever the unit of the kernel's own figure
  friend auto operator<=>(Bytes, Bytes) = default;
};

using Moment = std::chrono::nanoseconds; ///< since the command was started

} // namespace whodunit
