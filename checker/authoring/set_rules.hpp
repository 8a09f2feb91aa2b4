// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The rules that take several cases: what one says can be told only beside the others.

#include "authoring/dossier.hpp"
#include "casebook/curriculum.hpp"

#include <map>
#include <string>
#include <vector>

namespace whodunit {

/// All cases of a set, and what is found of each.
struct Shelf {
  std::vector<Dossier> dossiers;            ///< sorted by name
  std::map<std::string, Findings> findings; ///< of each, by name
};

/// How far somebody comes who always gives each field's commonest answer.
struct Guesswork {
  std::map<Field, std::string> commonest; ///< the answer to each field that is asked somewhere
  std::vector<std::string> solved;        ///< cases that those answers solve
  std::size_t cases = 0;                  ///< looked at
};

/// Of cases with asked and key.
Guesswork guess(std::vector<Dossier const*> const& cases);

/// unique, contrast, guessing: adds to the findings of each case.
void check_set(Shelf& shelf);

/// course: of the cases in \p mysteries, which \p course arranges.
void check_course(Shelf& shelf, std::filesystem::path const& mysteries, Curriculum const& course);

} // namespace whodunit
