// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How a mystery is started, and whether it may be on this machine: the one place for `run` and for
/// grading.

#include "casebook/casebook.hpp"
#include "warden/launch.hpp"

namespace whodunit {

/// Contained, captured and traced, in surroundings that are the same for everybody, so that its
/// fate is.
Launch launch_of(Casebook const& casebook, Case const& asked);

/// An Error that says what the case needs and this machine lacks.
Result<void> meets(Requirements const& requirements, std::string const& case_name);

} // namespace whodunit
