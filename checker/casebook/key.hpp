// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What only an instructor knows of a case: `solutions/mysteryNNN/key.toml`.

#include "fate/answer.hpp"
#include "fault/complaint.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace whodunit {

/// A wrong answer that a reasonable person gives, and what to say to it. Matches when every value
/// of \ref when is given.
struct Misconception {
  std::map<Field, Answer> when;
  double score = 0; ///< 0, or 0.5 for half the mark
  std::string message;
};

/// Other values of a field that are right, or half right.
struct Leniency {
  std::vector<Answer> accept;
  std::vector<Answer> half;
};

struct Key {
  std::map<Field, Answer>
      truth; ///< all fields; for what can be observed it is an expectation that verification proves
  std::map<Field, Leniency> leniency;
  std::vector<std::string> evidence; ///< the decisive evidence, two lines, shown on success
  std::vector<Misconception> misconceptions;
};

/// Reads one `key.toml`; the same manners as read_case().
Checked<Key> read_key(std::filesystem::path const& folder);

} // namespace whodunit
