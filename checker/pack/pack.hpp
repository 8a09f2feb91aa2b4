// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Makes a learner's kit: programs without debug sections, briefings and hints, the workbook, the
/// checker, and the solutions sealed. Nothing in it is built or looked up where it is unpacked.

#include "casebook/casebook.hpp"
#include "seal/cipher.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace whodunit {

/// What goes into a kit.
struct PackOrder {
  std::vector<std::string> cases; ///< names as Casebook::resolve() gives them
  std::string learner;            ///< whose variants the casebook has; empty: the plain cases
  CipherKey course_secret{};      ///< the pack's own secret is drawn from it; not in the kit
  std::filesystem::path out;      ///< the tarball
  std::filesystem::path program;  ///< the checker
  std::function<void(std::string const& case_name)> begins; ///< told of each case
};

/// Packs \p order. Blocks for a second for each case, or more where a variant is to be built.
/// Complains of what keeps a kit from being made, a program that needs newer libraries than a
/// distribution of 2021 has among it.
Checked<std::filesystem::path> pack(Casebook const& casebook, PackOrder const& order);

} // namespace whodunit
