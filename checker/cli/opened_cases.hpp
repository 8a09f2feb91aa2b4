// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Which cases a learner may look into: a courtesy that keeps anybody from stumbling over an
/// answer.

#include "record/journal.hpp"

#include <string>

namespace whodunit::cli {

/// Whether the case is solved or given up. What is not known of the learner's progress is not
/// theirs to be punished for, nor to be rewarded.
bool is_open(std::string const& name);

/// Writes into the journal; says on stderr if it could not.
void note(EventKind kind, std::string const& name);

} // namespace whodunit::cli
