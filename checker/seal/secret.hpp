// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The course's secret: 32 bytes in a file of the instructor's, from which everything is drawn that
/// a learner must not be able to repeat. It never leaves that file.

#include "fault/error.hpp"
#include "seal/cipher.hpp"

#include <filesystem>

namespace whodunit {

/// Reads \p file, or makes it with a new secret (mode 0600) where there is none. An Error where it
/// holds something else, or where others may read it.
Result<CipherKey> course_secret(std::filesystem::path const& file);

} // namespace whodunit
