// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What every report of a run says in the same words. As the command named itself: not yet safe to
/// print.

#include "fate/fate.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// How it ended: ``server was killed by SIGKILL.``
std::string ending_sentence(Fate const& fate);

/// ``A shell shows that as 137.``; empty unless a signal killed it.
std::string shell_sentence(Fate const& fate);

/// What makes its claims weaker than they could be, a sentence or two each.
std::vector<std::string> caveats(Observation const& observed);

} // namespace whodunit
