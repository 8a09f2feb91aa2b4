// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Sealed solutions that a learner has opened: their keys are kept in the state folder, the
/// solutions themselves stay sealed where they are.

#include "casebook/case.hpp"
#include "seal/opening.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace whodunit::cli {

/// Opens \p sealed with \p truth, which has every asked field, and keeps the key. \return the
/// evidence; none, and a word on stderr, if it does not open.
std::vector<std::string> keep_open(SealedSolution const& sealed, Case const& asked,
                                   std::map<Field, Answer> const& truth);

/// The solution of the case, if it was opened before; a kit that was packed anew is opened anew.
std::optional<Solution> opened_before(SealedSolution const& sealed, std::string const& name);

} // namespace whodunit::cli
