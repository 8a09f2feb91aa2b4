// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A track of the course, named on the command line.

#include "dialogue/course.hpp"

#include <string>

namespace whodunit::cli {

/// The track called \p name; nullptr where there is none, which is said on stderr with those that
/// there are.
Track const* find_track(Course const& course, std::string const& name);

} // namespace whodunit::cli
