// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The cases in their order, and how far this learner has come. What cannot be read or written is
/// said once on stderr and never stops anybody from playing.

#include "casebook/casebook.hpp"
#include "casebook/curriculum.hpp"
#include "record/journal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// One learner and all the cases.
class Course {
public:
  /// Reads every case and the journal. Complaints where the cases are not to be found at all.
  static Checked<Course> open();

  std::vector<Case> const& cases() const {
    return cases_;
  } ///< those that could be read, by chapter and name
  std::vector<Complaint> const& complaints() const { return complaints_; } ///< about the others
  Casebook const& casebook() const { return casebook_; }       ///< where the cases come from
  Curriculum const& curriculum() const { return curriculum_; } ///< of this installation's set
  ProgressSoFar const& progress() const { return progress_; }  ///< what the journal says

  /// The case that \p written names (`mystery000`, `000`, `0`); complaints where there is none or
  /// it cannot be read.
  Checked<Case> find(std::string_view written) const;
  /// The first that is not solved yet, after \p previous where that is given and one follows it;
  /// nullptr when all are.
  Case const* next(Case const* previous = nullptr) const;
  /// The same along \p track, in its order.
  Case const* next_on(Track const& track) const;
  /// The title of chapter \p number: ``Chapter 4: Many hands, one SIGKILL``.
  std::string chapter_title(int number) const;
  /// Whether \p entry was solved once.
  bool solved(Case const& entry) const { return progress_.solved.contains(entry.name); }
  /// Whether every case of \p chapter is solved.
  bool solved_chapter(int chapter) const;
  /// Whether nothing was ever written into the journal.
  bool newcomer() const;
  /// How many hints of \p entry are open.
  std::size_t open_hints(Case const& entry) const;

  /// Adds \p event to the progress and to the journal.
  void record(JournalEvent const& event);

private:
  explicit Course(Casebook casebook) : casebook_(std::move(casebook)) {}
  void read_cases(std::vector<std::string> const& names);
  void read_curriculum();
  void read_journal();

  Casebook casebook_;
  Curriculum curriculum_;
  std::vector<Case> cases_;
  std::vector<Complaint> complaints_;
  std::optional<Journal> journal_; ///< none where it cannot be written
  ProgressSoFar progress_;
};

} // namespace whodunit
