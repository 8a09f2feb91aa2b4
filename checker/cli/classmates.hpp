// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Answers that are right for somebody else's variant of a case.

#include "casebook/casebook.hpp"
#include "grading/grade.hpp"

namespace whodunit::cli {

/// Says of each answer in \p grade that is not right, but would be in another variant of \p asked,
/// that it is the answer of another variant. The mark stays. Looks at a thousand variants at most.
void tell_classmates(Casebook const& casebook, Case const& asked, Grade& grade);

} // namespace whodunit::cli
