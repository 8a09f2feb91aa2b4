// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How the reader started us, so that every command that we tell them to type works as it stands:
/// without a path where it was found in PATH, with its path in a clone.

#include <string>

namespace whodunit {

/// Quoted for a shell where it must be.
std::string program_name();

} // namespace whodunit
