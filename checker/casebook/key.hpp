// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What only an instructor knows of a case: `solutions/mysteryNNN/key.toml`.

#include "casebook/build.hpp"
#include "casebook/variant.hpp"
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
  std::map<Field, Answer> when; ///< one field or more
  double score = 0;             ///< 0, or 0.5 for half the mark
  std::string message;          ///< said in place of the general reason
};

/// Other values of a field that are right, or half right.
struct Leniency {
  std::vector<Answer> accept; ///< worth the whole mark
  std::vector<Answer> half;   ///< worth half the mark
};

/// What shows that the healed program still does its job.
struct Healed {
  int exits = 0;                   ///< its exit code
  std::vector<std::string> prints; ///< each is to be found in what it prints
};

/// The right answers of one case, and what to say to wrong ones.
struct Key {
  std::map<Field, Answer>
      truth; ///< all fields; for what can be observed it is an expectation that verification proves
  std::map<Field, Leniency> leniency;        ///< of `[accept]` and `[half]`; most fields have none
  std::vector<std::string> evidence;         ///< the decisive evidence, two lines, shown on success
  std::vector<Misconception> misconceptions; ///< two or more
  Healed healed;                             ///< of `[healed]`
  std::map<std::string, std::string> waived; ///< of `[waive]`: a rule of verification, and why
};

/// Reads one `key.toml`, the values of \p variant filled in; the same manners as read_case().
Checked<Key> read_key(std::filesystem::path const& folder, Variant const& variant = {});

/// How the healed program is built: `[build]` of `key.toml` over that of the case.
Checked<Build> read_healed_build(std::filesystem::path const& folder, Build const& of_case);

} // namespace whodunit
