// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a status is worth, and how far the harm went: the claims `report` and `blast`, from what
/// was found.

#include "autopsy/inquiry.hpp"

namespace whodunit {

/// Whether the status of the first process tells how the victim ended. Unknown for an exit with 0
/// where neither a cause nor a failed descendant was found, or that one's parent had another child.
Claim<Report> judge_report(Inquiry const& inquiry, Finding const& finding);
/// How far the harm went: inferred from the cause, and from how many died of the same signal.
/// Unknown where no signal killed the victim and no cause was found.
Claim<Blast> judge_blast(Inquiry const& inquiry, Finding const& finding);

} // namespace whodunit
