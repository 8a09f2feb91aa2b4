// SPDX-License-Identifier: MIT
#include "shelf.hpp"

#include <gtest/gtest.h>

namespace whodunit::content {
namespace {

template <class T>
T value_or_failure(Checked<T> const& checked) {
  if (checked)
    return *checked;
  for (auto const& complaint : checked.error())
    ADD_FAILURE() << to_string(complaint);
  return {};
}

} // namespace

static std::filesystem::path folder(std::string const& shelf) {
  return std::filesystem::path(WHODUNIT_SOURCE_DIR) / shelf;
}

Casebook shipped() {
  auto const binaries = std::filesystem::path(WHODUNIT_BINARY_DIR);
  return Casebook({folder("mysteries"), folder("solutions"), binaries / "bin", {}});
}

Case case_of(std::string const& name) {
  return value_or_failure(shipped().open_case(name));
}

} // namespace whodunit::content
