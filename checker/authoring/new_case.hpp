// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Makes the two folders of a new case, from a template or from a case that there is. Nothing is
/// ever overwritten, and what could not be made whole is not made at all.

#include "authoring/templates.hpp"
#include "casebook/casebook.hpp"

#include <filesystem>
#include <string>

namespace whodunit {

/// What a new case is made of.
struct Origin {
  std::filesystem::path mystery;  ///< the learner's folder
  std::filesystem::path solution; ///< the instructor's
  std::string name;               ///< what stands for the new name there: `@NAME@`, `mystery004`
  std::string title;              ///< what stands for the new title: `@TITLE@`, ``The till``
};

/// Where its folders are.
struct NewCase {
  std::filesystem::path mystery;  ///< the learner's
  std::filesystem::path solution; ///< the instructor's
};

/// That of a template.
Origin origin_of(Template const& from);

/// That of the case \p name of \p casebook. Complaints if it cannot be read.
Checked<Origin> origin_of(Casebook const& casebook, std::string const& name);

/// The set that a new case belongs to: the last one that was named beside the installation's, else
/// the installation's own; without links, so that a clone is written to and not its build tree.
CaseSet set_for_new_cases(Casebook const& casebook);

/// `mystery` with three digits: the first number that is above all of \p casebook and below 1000.
/// An Error if there is none left.
Result<std::string> next_name(Casebook const& casebook);

/// Copies \p origin to the case \p name of \p set, called \p title. An Error if one of its folders
/// is there already or cannot be written; nothing is left behind then.
Result<NewCase> make_case(CaseSet const& set, Origin const& origin, std::string const& name,
                          std::string const& title);

} // namespace whodunit
