// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Sets of cases that others made: a folder elsewhere, or a kit. Looks where its parts are; reads
/// no case.

#include "fault/complaint.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace whodunit {

/// Where the cases of one set are.
struct CaseSet {
  std::filesystem::path mysteries; ///< folders with case.toml
  std::filesystem::path solutions; ///< folders with key.toml, or seal.toml
  std::filesystem::path binaries;  ///< programs named like their case
};

/// The set in \p folder: one with `mysteries/`, `solutions/` and `bin/`, as a clone has them, or an
/// installation or kit with `share/whodunit/`. A complaint where it is neither, and where its
/// `set.toml` says that it was made for a newer whodunit.
Checked<CaseSet> find_set(std::filesystem::path const& folder);

/// The sets in the folders of \p path, separated by colons as in `WHODUNIT_PATH`; what is empty
/// between two colons is passed over.
Checked<std::vector<CaseSet>> find_sets(std::string_view path);

} // namespace whodunit
