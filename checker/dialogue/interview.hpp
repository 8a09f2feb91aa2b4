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
  Grade grade;                       ///< field by field
  std::vector<std::string> evidence; ///< two lines of the key
};

/// What the dialogue must know of this machine and of the key.
struct Referee {
  /// An Error says what the case needs and this machine lacks.
  std::function<Result<void>(Case const& asked)> admit;
  /// Grades the diagnosis of the case; may run it, and so block for a few seconds.
  std::function<Result<Judgement>(Case const& asked, Diagnosis const& diagnosis)> judge;
};

/// How an inquiry ended.
enum class Outcome {
  solved,
  left,   ///< by the learner
  failed, ///< by us or the machine; the reason was said
};

/// Holds one conversation about one case. What it refers to must outlive it.
class Interview {
public:
  /// About \p asked; waits for nothing yet.
  Interview(Console& console, Course& course, Referee const& referee, Case const& asked)
      : console_(console), course_(course), referee_(referee), asked_(asked) {}

  /// Blocks until the case is solved or left.
  Outcome hold();

private:
  Outcome give_up(Error const& error) const;
  bool offer_run();
  void run();
  bool show_status(int status);
  bool ask_all(std::vector<Field> const& fields);
  bool try_again();
  void celebrate(Judgement const& judgement);
  Terminal const& screen() const { return console_.screen(); }

  Console& console_;
  Course& course_;
  Referee const& referee_;
  Case const& asked_;
  Diagnosis diagnosis_;
  std::optional<int> seen_; ///< `$?` of the run that the learner has just watched
};

} // namespace whodunit
