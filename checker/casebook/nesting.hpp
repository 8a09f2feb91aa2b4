// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A look at TOML text before it is parsed: toml++ 3.3 limits nested arrays, but not dotted keys,
/// and 64 KiB of `a.a.a.a…` would use up the stack when the tree is destroyed.

#include "fault/complaint.hpp"

#include <optional>
#include <string_view>

namespace whodunit {

/// The place of the first dot outside of strings and comments that is one too many for any sane
/// manifest (the 1000th). nullopt: \p text may be parsed.
std::optional<Place> too_deeply_nested(std::string_view text);

} // namespace whodunit
