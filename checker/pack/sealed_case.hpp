// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The solution of a case out of its folders, sealed.

#include "casebook/casebook.hpp"
#include "seal/sealing.hpp"

namespace whodunit {

/// Seals key, explanation, healed sources and sources of \p asked.
Checked<SealedSolution> sealed_solution(Casebook const& casebook, Case const& asked,
                                        CipherKey const& pack_secret);

} // namespace whodunit
