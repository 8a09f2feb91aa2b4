// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A diagnosis graded against what was observed and what the key adds. Pure: runs nothing, reads
/// nothing.

#include "autopsy/claim.hpp"
#include "casebook/case.hpp"
#include "casebook/diagnosis.hpp"
#include "casebook/key.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// What one answer earned: the mark, half of it, or none; what was not asked does not count.
enum class Verdict { right, half, wrong, unanswered, not_asked };

std::string_view
to_string(Verdict verdict); ///< `right`, `half`, `wrong`, `unanswered`, `not-asked`

/// What became of one field.
struct FieldGrade {
  Field field;                 ///< asked, or answered without being asked
  std::optional<Answer> given; ///< none: not answered
  Verdict verdict;             ///< of \ref given
  std::string
      reason; ///< of a half or wrong one why, of a right one what confirms it (may be empty)
};

/// What a diagnosis is worth, field by field and in all.
struct Grade {
  std::string case_name;          ///< `mystery000`
  std::vector<FieldGrade> fields; ///< asked ones in their order, then those that were not asked
  double score = 0;               ///< 0 to 1: the mean over the asked fields
  bool solved = false;            ///< every asked field is right
};

/// The truth of this run: observable fields from \p autopsy, the others from \p key. \p
/// machine_differs names the fields in which this machine's fate is not the one that the key
/// expects; grading is then meaningless and the caller must say so.
struct Truth {
  std::map<Field, Answer> values;     ///< what is right, also where the key expects something else
  std::vector<Field> machine_differs; ///< empty: this machine can grade the case
};
/// Takes from \p autopsy what one run can show, and the rest from \p key.
Truth establish_truth(Autopsy const& autopsy, Key const& key);

/// Grades what \p asked asks for. \p truth must be one in which no field differs.
Grade grade(Case const& asked, Key const& key, Truth const& truth, Diagnosis const& diagnosis);

} // namespace whodunit
