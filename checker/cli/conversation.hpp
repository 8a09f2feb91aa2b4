// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Brings the dialogue (dialogue/) and the grading of this machine together.

#include "dialogue/tour.hpp"

namespace whodunit::cli {

/// Talks with the learner on stdin and stdout, which must be terminals, from the case \p first on;
/// \p rerun runs each case afresh for its grading. Blocks. \return how the inquiry into \p first
/// ended.
Outcome converse(Course& course, Case const& first, bool rerun = false);

} // namespace whodunit::cli
