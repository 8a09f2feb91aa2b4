// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What one run shows of the fields of a diagnosis, without any key.

#include "autopsy/claim.hpp"
#include "fate/answer.hpp"

#include <map>

namespace whodunit {

/// `ending`, `status`, `signal` and `core`; `agent` and `cause` where the autopsy is sure of them.
std::map<Field, Answer> observed(Autopsy const& autopsy);

} // namespace whodunit
