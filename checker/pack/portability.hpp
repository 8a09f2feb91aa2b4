// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// On how old a distribution a program runs: which versions of the C and C++ libraries it asks for.

#include "fault/error.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// The versions that \p program asks for, such as `GLIBC_2.34`, sorted; none of a script. Calls
/// objdump.
Result<std::vector<std::string>> versions_needed(std::filesystem::path const& program);

/// Those of \p versions that a distribution of 2021 has not: newer than GLIBC_2.34, GLIBCXX_3.4.29
/// or CXXABI_1.3.13.
std::vector<std::string> too_new(std::vector<std::string> const& versions);

} // namespace whodunit
