// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a run wanted to write and could not, for want of room.

#include "autopsy/inquiry.hpp"

#include <optional>

namespace whodunit {

/// Of an exit with 0: what was lost was known and is not told, by the program or by the rule of a
/// shell. nullopt if nothing was seen to be lost, or it can't be told who knew.
std::optional<Finding> swallowed(Inquiry const& inquiry);

/// Of any other exit: its scratch directory was found full.
std::optional<Finding> out_of_disk(Inquiry const& inquiry);

} // namespace whodunit
