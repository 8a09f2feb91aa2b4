// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The cases as they stand in the source tree, for the tests that run them.

#include "casebook/casebook.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace whodunit::content {

/// The casebook of this source tree, its programs those of this build.
Casebook shipped();

/// Reads a case; every complaint becomes a test failure. The value is empty then.
Case case_of(std::string const& name);

} // namespace whodunit::content
