// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The checker's side of unwinding: a helper process reads the files, and only the result comes
/// back.

#include "fate/backtrace.hpp"
#include "fate/thread.hpp"
#include "fault/error.hpp"

#include <filesystem>
#include <vector>

namespace whodunit {

/// One backtrace for each snapshot, in their order. \param executable `whodunit-unwind`. An Error
/// if it can't be started or does not answer within 30 s: then nothing is known, and the fate
/// stands as it is.
Result<std::vector<Backtrace>> unwind_all(std::filesystem::path const& executable,
                                          std::vector<StackSnapshot> const& snapshots);

} // namespace whodunit
