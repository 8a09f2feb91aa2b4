// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Programs of a variant of a case, built when they are first wanted.

#include "casebook/casebook.hpp"

namespace whodunit {

/// The folder with the program of \p asked in its variant: that of its set for the plain one, else
/// one in \p cache, built by CMake where it is missing. Blocks for seconds then. An Error where
/// CMake, a compiler or the sources are missing.
Result<std::filesystem::path> programs_of(Casebook const& casebook, Case const& asked,
                                          std::filesystem::path const& cache);

} // namespace whodunit
