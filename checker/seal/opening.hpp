// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a diagnosis opens of a sealed solution: as much of the key as grading it needs.

#include "casebook/case.hpp"
#include "casebook/diagnosis.hpp"
#include "casebook/key.hpp"
#include "seal/seal_file.hpp"
#include "seal/solution.hpp"

#include <map>
#include <optional>

namespace whodunit {

/// A part of the key.
struct OpenedKey {
  Key key; ///< truth, leniency and misconceptions as far as the answers open them; no evidence
  std::vector<Field> differs; ///< asked, observed, and not what the key expects
};

/// Tries the answers of \p diagnosis, and what was \p seen in a run (grading/observed.hpp), on
/// \p sealed. Some milliseconds for each.
OpenedKey open_key(SealedSolution const& sealed, Case const& asked, Diagnosis const& diagnosis,
                   std::map<Field, Answer> const& seen);

/// The key to the solution itself, once \p truth has the right value of every asked field.
CipherKey solution_key(SealedSolution const& sealed, Case const& asked,
                       std::map<Field, Answer> const& truth);

/// nullopt if \p key is not the one.
std::optional<Solution> open_solution(SealedSolution const& sealed, CipherKey const& key);

} // namespace whodunit
