// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a status is worth, and how far the harm went: the claims `report` and `blast`, from what
/// was found.

#include "autopsy/inquiry.hpp"

namespace whodunit {

Claim<Report> judge_report(Inquiry const& inquiry, Finding const& finding);
Claim<Blast> judge_blast(Inquiry const& inquiry, Finding const& finding);

} // namespace whodunit
