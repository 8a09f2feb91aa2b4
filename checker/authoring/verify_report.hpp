// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What verification says, for a reader, as JSON, and as JUnit's XML, which every CI service reads.

#include "authoring/verification.hpp"

#include <string>

namespace whodunit {

/// One line for the case, and one for each finding, waived rule and skipped condition; wrapped at
/// \p width columns.
std::string case_line(CaseReport const& report, std::size_t width);
/// The last words: how many are proved, and how far guessing gets.
std::string verify_summary(VerifyReport const& report, std::size_t width);
/// One object, `whodunit.verify/1`, and a newline.
std::string verify_json(VerifyReport const& report);
/// A `testsuites` element: a suite with a test case for each case; a broken rule is a failure.
std::string verify_junit(VerifyReport const& report);
/// Every rule with what it demands; wrapped at \p width columns.
std::string rules_text(std::size_t width);
/// One object, `whodunit.rules/1`, and a newline.
std::string rules_json();

} // namespace whodunit
