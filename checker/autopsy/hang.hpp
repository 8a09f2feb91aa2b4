// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Why a process does not go on: what its threads were seen to wait for when the time was over.

#include "autopsy/inquiry.hpp"

#include <optional>

namespace whodunit {

/// A deadlock, or a wait for what can't come any more, if the threads of the victim show one.
std::optional<Finding> stuck_threads(Inquiry const& inquiry);

/// The thread on which the victim's first thread waits in the end: itself, the holder of its lock,
/// the one whose end it awaits, and so on. nullptr where the threads were not looked at.
ThreadRecord const* last_awaited(Inquiry const& inquiry);

/// ``thread 12 (worker) slept in futex, …``, safe to print.
Evidence told_by_thread(ThreadRecord const& thread);

} // namespace whodunit
