// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// From a case to what is true of it on this machine: runs it once through the warden, or takes the
/// fate that was kept. The grading itself is pure (grading/grade.hpp), so a dialogue can grade
/// after every answer.

#include "casebook/casebook.hpp"
#include "fault/error.hpp"
#include "grading/grade.hpp"
#include "seal/seal_file.hpp"
#include "warden/warden.hpp"

#include <optional>
#include <string>

namespace whodunit::cli {

/// A case with its key, or with what is sealed of it.
struct OpenedCase {
  Case asked;                           ///< what the learner sees of it
  Key key;                              ///< what only an instructor knows; empty if it is sealed
  std::optional<SealedSolution> sealed; ///< of a kit
};

/// A grade, and what of the key may be told with it: for a solved case its evidence.
struct Judged {
  Grade grade; ///< field by field
  Key key;     ///< all of it, or what the answers opened of a sealed one
};

/// Opens both files of \p name, as Casebook::resolve() gives it.
Checked<OpenedCase> open_for_grading(Casebook const& casebook, std::string const& name);

/// Writes into the journal how \p grade came out; says on stderr if it could not.
void remember(Grade const& grade);

/// Starts the warden when it is needed first, and keeps it for all cases.
class GradingSession {
public:
  /// \p rerun: run each case even if its fate is known. \p casebook must outlive the session.
  GradingSession(Casebook const& casebook, bool rerun) : casebook_(casebook), rerun_(rerun) {}

  /// An Error that says what the case needs and this machine lacks.
  Result<void> admits(Case const& asked);

  /// What is true of the case here. Blocks for one run at most. An Error says why this machine
  /// cannot tell: it lacks what the case requires, it failed us, or the case's fate is another one
  /// here than its key expects.
  Result<Truth> truth_of(OpenedCase const& opened);

  /// Grades \p diagnosis, if need be by what it opens of a sealed key; a sealed solution that it
  /// opens stays open. Blocks and fails as truth_of() does.
  Result<Judged> judge(OpenedCase const& opened, Diagnosis const& diagnosis);

  /// The case's fate here, kept or fresh. Blocks for one run at most.
  Result<Fate> fate_of(Case const& asked);

private:
  Result<void> meet_warden();
  Result<Autopsy> autopsy_of(Case const& asked);
  Result<Judged> judge_sealed(OpenedCase const& opened, Diagnosis const& diagnosis);

  Casebook const& casebook_;
  bool rerun_;
  std::optional<Warden> warden_;
  Means means_;
};

} // namespace whodunit::cli
