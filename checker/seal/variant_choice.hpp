// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Which variant of a case a learner has: always the same for the same secret, and not to be told
/// without it.

#include "casebook/variant.hpp"
#include "seal/cipher.hpp"

#include <string>

namespace whodunit {

/// Draws the values of \p learner by BLAKE2b under \p secret.
VariantChoice variants_for(std::string const& learner, CipherKey const& secret);

} // namespace whodunit
