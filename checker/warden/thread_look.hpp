// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What the threads of a process are doing, and for which other thread one waits: read from /proc
/// and from the memory of the locks of glibc.

#include "warden/open_pipes.hpp"
#include "warden/tree.hpp"

#include <vector>

namespace whodunit {

/// A thread as it was seen at a moment, one after another while all of them went on.
struct ThreadSight {
  ThreadRecord record;        ///< what it was doing
  int tid = 0;                ///< outer id
  std::uint64_t switches = 0; ///< how often it had begun to wait by then
};

/// All threads of a living process that we may look into; at most most_threads. Stops none of them.
/// \param pid outer id
std::vector<ThreadSight> look_at_threads(ProcessTree& tree, OpenPipes& pipes, int pid);

/// To be called some time later: a thread that has moved meanwhile waits for nobody for good.
void confirm(ThreadSight& sight);

} // namespace whodunit
