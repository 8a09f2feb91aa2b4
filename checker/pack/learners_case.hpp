// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a learner gets of a case.toml.

#include "casebook/casebook.hpp"

#include <string>

namespace whodunit {

/// The text of \p folder / case.toml for a kit: the values of \p variant filled in, comments,
/// parameters and the way in which it is built left out.
Checked<std::string> learners_case(std::filesystem::path const& folder, Variant const& variant);

} // namespace whodunit
