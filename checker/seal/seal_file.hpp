// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A sealed solution as a file: `solutions/mysteryNNN/seal.toml`. Everything that gives the case
/// away is in boxes; see sealing.hpp for what opens which.

#include "fate/vocabulary.hpp"
#include "fault/complaint.hpp"
#include "seal/cipher.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace whodunit {

/// What is said to whoever gives certain values of these fields.
struct SealedMessage {
  std::vector<Field> fields; ///< sorted
  std::string box;           ///< opens with the values
};

/// A solution, locked.
struct SealedSolution {
  Salt salt{};                                    ///< of every key below
  std::map<Field, std::vector<std::string>> says; ///< boxes that single values open
  std::vector<SealedMessage> messages;            ///< in the order of the key's misconceptions
  std::string solution;                           ///< opens when every asked field is right
};

/// The text of the file; the same for the same seal.
std::string to_toml(SealedSolution const& sealed);

/// Reads `seal.toml` of \p folder. Blocks on the file only.
Checked<SealedSolution> read_seal(std::filesystem::path const& folder);

/// Whether \p folder has a sealed solution.
bool is_sealed(std::filesystem::path const& folder);

} // namespace whodunit
