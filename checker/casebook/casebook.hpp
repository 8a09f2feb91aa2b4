// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The cases that there are, those of this installation and those of sets from elsewhere, found by
/// folder: there is no list. Knows no process.

#include "casebook/case.hpp"
#include "casebook/case_set.hpp"
#include "casebook/key.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// Where things are. The build tree and an installation have the same shape: `PREFIX/bin`,
/// `PREFIX/lib/whodunit`, `PREFIX/share/whodunit`.
struct Installation {
  std::filesystem::path mysteries;   ///< folders with case.toml
  std::filesystem::path solutions;   ///< folders with key.toml
  std::filesystem::path binaries;    ///< programs named like their case
  std::filesystem::path warden;      ///< whodunit-warden
  std::filesystem::path unwind = {}; ///< whodunit-unwind
  std::vector<CaseSet> others = {};  ///< sets from elsewhere, of the same standing
};

/// Worked out from the place of the running executable (/proc/self/exe); without other sets.
Result<Installation> find_installation();

/// All cases, read anew at each call.
class Casebook {
public:
  /// That of the running executable, with the sets that the environment variable `WHODUNIT_PATH`
  /// names. A complaint where one of them is no set, and where two have a case of the same name.
  static Checked<Casebook> find();

  /// Neither looks nor reads yet.
  explicit Casebook(Installation installation);

  /// Names of all cases, sorted; costs one directory listing for each set.
  Result<std::vector<std::string>> names() const;
  /// `mystery000`, `000` or `0` to `mystery000`; a complaint with the nearest name where there is
  /// none.
  Checked<std::string> resolve(std::string_view written) const;
  Checked<Case> open_case(std::string const& name) const; ///< a name as resolve() gives it
  Checked<Key> open_key(std::string const& name) const;   ///< a name as resolve() gives it
  /// The key of one variant of the case.
  Checked<Key> open_key(std::string const& name, Variant const& variant) const;
  /// From now on cases and keys are those of the variants that \p choice says.
  void choose_variants(VariantChoice choice) { choice_ = std::move(choice); }
  bool chooses_variants() const {
    return static_cast<bool>(choice_);
  } ///< choose_variants() was called
  /// ``explanation.md`` of the solution, whole, its parameters filled in.
  Result<std::string> explanation(std::string const& name) const;
  /// Where its program should be, there or not.
  std::filesystem::path binary(std::string const& name) const;
  /// The set that has the case; the installation's own if none has.
  CaseSet const& set_of(std::string const& name) const;
  /// All sets, the installation's own first.
  std::vector<CaseSet> const& sets() const { return sets_; }
  Installation const& installation() const { return installation_; } ///< where all of it should be

private:
  std::vector<Complaint> clashes() const;
  Variant variant_of(std::string const& name) const;

  Installation installation_;
  std::vector<CaseSet> sets_;
  VariantChoice choice_;
};

} // namespace whodunit
