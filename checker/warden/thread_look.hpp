// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What the threads of a process are doing, and for which other thread one waits: read from /proc
/// and from the memory of the locks of glibc.

#include "warden/open_pipes.hpp"
#include "warden/tree.hpp"

#include <vector>

namespace whodunit {

/// All threads of a living process that we may look into; at most 256. Stops none of them.
/// \param pid outer id
std::vector<ThreadRecord> look_at_threads(ProcessTree& tree, OpenPipes& pipes, int pid);

} // namespace whodunit
