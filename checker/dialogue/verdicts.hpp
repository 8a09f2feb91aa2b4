// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A grade on the screen of the dialogue: a mark, a word and a reason for each field.

#include "grading/grade.hpp"
#include "report/terminal.hpp"

#include <vector>

namespace whodunit {

/// One line for each asked field; below a wrong or half right one its reason.
void show_verdicts(Terminal const& screen, Grade const& grade);

/// The asked fields that are not right.
std::vector<Field> not_yet_right(Grade const& grade);

} // namespace whodunit
