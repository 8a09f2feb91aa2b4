// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The set of cases that this installation has, found by folder: there is no list. Knows no
/// process.

#include "casebook/case.hpp"
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
};

/// Worked out from the place of the running executable (/proc/self/exe).
Result<Installation> find_installation();

/// The cases of one installation, read anew at each call.
class Casebook {
public:
  /// Neither looks nor reads yet.
  explicit Casebook(Installation installation) : installation_(std::move(installation)) {}

  /// Names of all cases, sorted; costs one directory listing.
  Result<std::vector<std::string>> names() const;
  /// `mystery000`, `000` or `0` to `mystery000`; a complaint with the nearest name where there is
  /// none.
  Checked<std::string> resolve(std::string_view written) const;
  Checked<Case> open_case(std::string const& name) const; ///< a name as resolve() gives it
  Checked<Key> open_key(std::string const& name) const;   ///< a name as resolve() gives it
  /// ``explanation.md`` of the solution, whole.
  Result<std::string> explanation(std::string const& name) const;
  /// Where its program should be, there or not.
  std::filesystem::path binary(std::string const& name) const;
  Installation const& installation() const { return installation_; } ///< where all of it should be

private:
  Installation installation_;
};

} // namespace whodunit
