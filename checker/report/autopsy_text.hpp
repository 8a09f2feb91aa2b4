// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// An autopsy for a reader at a terminal: how it ended, who, why, each with its certainty and what
/// it stands on. Plain text; nothing that the command wrote can reach the terminal as more than
/// text.

#include "autopsy/claim.hpp"

#include <string>

namespace whodunit {

/// The report, at most \p width columns wide.
std::string autopsy_text(Autopsy const& autopsy, std::size_t width = 78);

} // namespace whodunit
