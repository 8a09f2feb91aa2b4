// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What the threads of a run were at when its time was over.

#include "warden/tracer.hpp"

#include <functional>
#include <vector>

namespace whodunit {

/// Looks at the threads of every living process, twice, and then stops them for good: stopping
/// comes last, because it changes what they do. Takes half a second at most. \param await_status
/// waits a moment for statuses of tracees, and hands them to \p tracer
std::vector<ThreadRecord> take_last_look(ProcessTree& tree, Tracer& tracer,
                                         std::function<void()> const& await_status);

} // namespace whodunit
