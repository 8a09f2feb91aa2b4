// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Tells the calls of a stack from its snapshot, with elfutils' libdwfl: it reads the ELF and DWARF
/// of whatever files were mapped, hostile ones too, so it runs in a process of its own (main.cpp).

#include "fate/backtrace.hpp"
#include "fate/thread.hpp"

namespace whodunit {

/// As far as the snapshot and the files bear it; empty frames where they bear nothing.
Backtrace unwind(StackSnapshot const& snapshot);

} // namespace whodunit
