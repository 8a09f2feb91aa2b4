// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The cases that a new one may begin as: folders of plain files, `NAME/mystery/` and
/// `NAME/solution/`, in which `@NAME@` and `@TITLE@` stand for those of the new case.

#include "fault/error.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace whodunit {

/// A case to begin from, on the disk.
struct Template {
  std::string name;               ///< `signal`
  std::string teaches;            ///< what its learner takes home, for a list
  std::filesystem::path mystery;  ///< files of the learner's folder
  std::filesystem::path solution; ///< files of the instructor's
};

/// Those of this installation (`PREFIX/share/whodunit/templates`), by name.
Result<std::vector<Template>> all_templates();

} // namespace whodunit
