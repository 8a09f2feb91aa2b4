// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a learner gets to read once a case is solved.

#include <map>
#include <string>
#include <vector>

namespace whodunit {

/// The decisive evidence, and texts by name: `explanation.md`, `healed/main.cpp`,
/// `source/main.cpp`.
struct Solution {
  std::vector<std::string> evidence;        ///< of the key
  std::map<std::string, std::string> files; ///< whole texts
};

} // namespace whodunit
