// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The picture of a run's memory over time.

#include "fate/fate.hpp"

#include <optional>
#include <string>

namespace whodunit {

/// A curve through few enough points to be drawn: of neighbours the highest is kept, so that no
/// peak is lost. \param most points, at least 1
std::vector<MemorySample> thinned(std::vector<MemorySample> const& samples, std::size_t most);

/// The memory limit of a run: the one that was hit, else \p asked; none if there was none.
std::optional<Bytes> memory_limit(Fate const& fate, std::optional<Bytes> asked);

/// An SVG element with title and description: the curve, its highest sample, \p limit as a line
/// (unless it is so far above the curve that nothing else could be seen), and OOM kills. Empty with
/// fewer than two samples.
std::string memory_svg(Fate const& fate, std::optional<Bytes> limit);

} // namespace whodunit
