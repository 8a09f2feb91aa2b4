// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The spread of the fates of many runs, for a reader and as JSON.

#include "autopsy/spread.hpp"

#include <string>

namespace whodunit {

/// A line for each kind of fate, the most frequent first, at most \p width columns wide.
std::string spread_text(Spread const& spread, std::size_t width);
/// One object, `whodunit.spread/1`, and a newline.
std::string spread_json(Spread const& spread);

} // namespace whodunit
