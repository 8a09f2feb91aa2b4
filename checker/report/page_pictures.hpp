// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The parts of an autopsy's page that are pictures, each with what explains it. Each is a section
/// of HTML.

#include "fate/fate.hpp"

#include <optional>
#include <string>

namespace whodunit {

/// The timeline with its legend, and the same in words.
std::string timeline_section(Fate const& fate);

/// The memory curve, or why there is none. \param asked the limit, if one was asked for
std::string memory_section(Fate const& fate, std::optional<Bytes> asked);

/// The threads that lived when the time was over, and which waits for which; empty if there was at
/// most one.
std::string thread_section(Fate const& fate);

} // namespace whodunit
