// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How a mystery is started, and whether it may be on this machine: the one place for `run` and for
/// grading.

#include "casebook/casebook.hpp"
#include "warden/warden.hpp"

#include <functional>

namespace whodunit {

/// Contained, captured and traced, in surroundings that are the same for everybody, so that its
/// fate is.
Launch launch_of(Casebook const& casebook, Case const& asked);

/// An Error that says what the case needs and this machine lacks, and how to get it. \param means
/// is asked only if the case needs what a warden alone can tell
Result<void> meets(Case const& asked, std::function<Result<Means>()> const& means);

} // namespace whodunit
