// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Ending as somebody else did, so that whoever waits for us sees what it would have seen of them.

#include "fate/ending.hpp"

namespace whodunit {

/// Exits with the code, or dies of the signal; "(core dumped)" is mirrored where that leaves no
/// file behind: a core_pattern that names a file, and a mount namespace of our own. As PID 1, where
/// a signal of one's own is ignored, and for a process that is alive, exits with what a shell would
/// show. The caller has one thread.
[[noreturn]] void end_like(Ending const& ending);

/// Whether "(core dumped)" can be mirrored here.
bool can_mirror_core();

} // namespace whodunit
