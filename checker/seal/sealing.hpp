// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Locks a solution so that the right diagnosis opens it, and so that a wrong one still gets its
/// reason. It keeps a solution from being read by accident or by grep. It is no secret: the answers
/// are few, and whoever scripts the checker gets them (docs/packing.md).
///
/// Each answer is stretched to a key by Argon2id. A box of one field opens with the key of one of
/// its values and says what that is worth; a message opens with the keys of all values that it is
/// for. The solution opens with a key stretched from all asked fields at once.

#include "casebook/case.hpp"
#include "casebook/key.hpp"
#include "seal/seal_file.hpp"
#include "seal/solution.hpp"

namespace whodunit {

/// Seals \p solution of \p asked. Salt and nonces are drawn from \p pack_secret and the content:
/// the same input gives the same seal. Blocks for a second at most.
SealedSolution seal(Case const& asked, Key const& key, Solution const& solution,
                    CipherKey const& pack_secret);

} // namespace whodunit
