// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Where a test finds what was built.

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace whodunit::test {

/// The path of a thing in the build tree: `built("bin/whodunit")`.
inline std::string built(std::string const& relative) {
  char const* const tree = std::getenv("WHODUNIT_TEST_BUILD");
  if (tree == nullptr)
    throw std::runtime_error("WHODUNIT_TEST_BUILD is not set: run this through ctest");
  return std::string(tree) + "/" + relative;
}

} // namespace whodunit::test
