// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Everything that is on file of one case, read once for all rules.

#include "authoring/rule.hpp"
#include "casebook/casebook.hpp"

#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// A case as its author left it. Complete only where asked and key could be read.
struct Dossier {
  std::string name;                     ///< `mystery004`
  std::filesystem::path mystery;        ///< the learner's folder
  std::filesystem::path solution;       ///< the instructor's
  std::filesystem::path binaries;       ///< where its set has programs
  std::optional<Case> asked;            ///< none: a finding says why
  std::optional<Key> key;               ///< none: a finding says why
  Build healed;                         ///< how the healed program is built
  std::string case_text;                ///< case.toml, whole
  std::string key_text;                 ///< key.toml, whole
  std::string explanation;              ///< explanation.md, whole
  std::vector<std::string> learners;    ///< files of \ref mystery, relative, sorted
  std::vector<std::string> instructors; ///< files of \ref solution, relative, sorted

  /// \ref mystery or \ref solution with a file, as a path to complain of.
  std::string case_file() const { return (mystery / "case.toml").string(); }
  std::string key_file() const { return (solution / "key.toml").string(); } ///< likewise
  std::string explanation_file() const {
    return (solution / "explanation.md").string();
  } ///< likewise
  /// Every file of the learner's that is source or script.
  std::vector<std::string> sources() const;
  /// The path of a file that is built into the healed program: the cured one, or the learner's.
  std::filesystem::path healed_file(std::string const& file) const;
};

/// Reads all of it; what cannot be read is a finding (manifest, missing-file).
Dossier open_dossier(CaseSet const& set, std::string const& name, Findings& findings);

/// The same case in another variant; none where case or key cannot be read so, which is a finding
/// (variants).
std::optional<Dossier> in_variant(Dossier const& dossier, Variant const& variant,
                                  Findings& findings);

/// Where \p toml has the key at the end of \p path: ``{"truth", "status"}``; none if nowhere.
std::optional<Place> place_of(std::string const& toml,
                              std::initializer_list<std::string_view> path);

/// Where \p text has \p part for the first time; none if nowhere.
std::optional<Place> place_in(std::string_view text, std::string_view part);

} // namespace whodunit
