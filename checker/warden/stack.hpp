// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Snapshots from which a stack can be unwound when its process is long gone.

#include "fate/thread.hpp"
#include "os/ptrace.hpp"

#include <string>

namespace whodunit {

/// Of a stopped thread; its ids are to be filled in. \param reason why it was taken
StackSnapshot take_snapshot(int tid, ptrace::Registers const& registers, std::string reason);

} // namespace whodunit
