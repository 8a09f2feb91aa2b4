// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The cases as they stand in the source tree, for the tests that go through all of them.

#include "casebook/casebook.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace whodunit::content {

/// The folder `mysteries` or `solutions` of the source tree.
std::filesystem::path folder(std::string const& shelf);

/// Names of the subfolders, sorted; none at all is a failure of every test that counts them.
std::vector<std::string> folders_in(std::filesystem::path const& parent);

/// The casebook of this source tree, its programs those of this build.
Casebook shipped();

/// Reads case and key; every complaint becomes a test failure. The values are empty then.
Case case_of(std::string const& name);
Key key_of(std::string const& name);

/// Whether \p word stands in \p text as a word of its own, case aside; `.`, `-` and `_` belong to
/// words.
bool says(std::string const& text, std::string const& word);

/// Parameter names for gtest: the case's name.
inline auto const by_name = [](auto const& info) { return info.param; };

} // namespace whodunit::content
