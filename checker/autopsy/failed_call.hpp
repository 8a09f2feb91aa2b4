// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The system call whose failure a program could not get over, where the last calls were recorded.

#include "fate/fate.hpp"
#include "fate/vocabulary.hpp"

#include <optional>
#include <string>

namespace whodunit {

/// A call that failed for want of something, shortly before the end.
struct FailedCall {
  Cause cause;      ///< what there was too little of
  std::string told; ///< ``openat(…) failed: EMFILE``
};

/// The last such call of \p pid; nullopt where calls were not recorded, or none tells.
std::optional<FailedCall> last_failed_call(Fate const& fate, int pid);

/// A write that failed for want of room.
struct FailedWrite {
  int process = 0;  ///< pid of the writer
  std::string told; ///< ``write(3, …) = -1 ENOSPC (…)``
};

/// The last write of the run for which there was no room, and which the same process did not bring
/// off on the same descriptor afterwards; nullopt where calls were not recorded, or none is such.
std::optional<FailedWrite> failed_write(Fate const& fate);

/// ``-1 ENOENT (No such file or directory)`` for what a call returned; ``?`` if it did not.
std::string told_result(SystemCallRecord const& call);

} // namespace whodunit
