// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A grade for a reader: each field with its verdict in words, and below it the reason. Plain text;
/// colour would add nothing.

#include "grading/grade.hpp"

#include <string>

namespace whodunit {

/// One field: a line with verdict, field and given value, and the reason below it.
std::string field_text(FieldGrade const& field);

/// The whole grade. Of a solved one the decisive evidence of \p key; of another how far it is, and
/// where a hint is to be had.
std::string grade_text(Grade const& grade, Key const& key);

} // namespace whodunit
