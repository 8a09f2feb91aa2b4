// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// One case from its briefing to its solution, or until the learner leaves.

#include "casebook/diagnosis.hpp"
#include "dialogue/console.hpp"
#include "dialogue/course.hpp"
#include "grading/grade.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// What grading says of a diagnosis, with the decisive evidence to show once it is right.
struct Judgement {
  Grade grade;
  std::vector<std::string> evidence;
};

/// Grades \p diagnosis of the case; may run it, and so block for a few seconds.
using Grader = std::function<Result<Judgement>(Case const& asked, Diagnosis const& diagnosis)>;

/// How an inquiry ended.
enum class Outcome {
  solved,
  left,   ///< by the learner
  failed, ///< by us or the machine; the reason was said
};

/// Holds one conversation about one case. What it refers to must outlive it.
class Inquiry {
public:
  Inquiry(Console& console, Course& course, Grader const& grader, Case const& asked)
      : console_(console), course_(course), grader_(grader), asked_(asked) {}

  /// Blocks until the case is solved or left.
  Outcome hold();

private:
  bool offer_run();
  void run();
  bool show_status(int status);
  bool ask_all(std::vector<Field> const& fields);
  bool try_again();
  void celebrate(Judgement const& judgement);
  Terminal const& screen() const { return console_.screen(); }

  Console& console_;
  Course& course_;
  Grader const& grader_;
  Case const& asked_;
  Diagnosis diagnosis_;
  std::optional<int> seen_; ///< `$?` of the run that the learner has just watched
};

} // namespace whodunit
