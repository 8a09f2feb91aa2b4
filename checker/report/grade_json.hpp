// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Grades for a program: the schemas `whodunit.grade/1` and `whodunit.check/1`. Members may be
/// added, never renamed. Text that is not UTF-8 comes out with replacement characters, so that the
/// object is always valid JSON.

#include "fault/complaint.hpp"
#include "grading/grade.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// `{"schema": "whodunit.grade/1", "case": …, "solved": …, "score": …, "fields": […]}` and a
/// newline. `given` is the value's code as text, null where nothing was given.
std::string grade_json(Grade const& grade);

/// One graded file of a folder.
struct CheckedFile {
  std::string file; ///< its path
  Grade grade;      ///< of the diagnosis in it
};

/// `{"schema": "whodunit.check/1", "grades": […], "errors": […]}` and a newline: each grade as
/// above with its `file`, each error with `file`, `line`, `column` (null where the whole file is
/// meant), `problem` and `advice`.
std::string check_json(std::vector<CheckedFile> const& grades,
                       std::vector<Complaint> const& errors);

} // namespace whodunit
