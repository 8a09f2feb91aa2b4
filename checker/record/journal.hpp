// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The learner's journal: one JSON object a line, only ever appended to (`journal.jsonl`). A line
/// that cannot be read is kept and skipped; a newer format is left alone.

#include "fault/error.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace whodunit {

/// The state folder: `$WHODUNIT_STATE`, else `$XDG_STATE_HOME/whodunit` (if that is absolute, as
/// the XDG base directory specification asks), else `~/.local/state/whodunit`. Creates nothing.
/// \return an Error where there is no home folder.
Result<std::filesystem::path> state_folder();

/// What can happen to a case.
enum class EventKind {
  solved,    ///< graded, and every asked field was right
  attempted, ///< graded, and something was not right
  hinted,    ///< one more hint was opened
  gave_up,   ///< its autopsy was opened unsolved
  looked,    ///< its program was run under an autopsy
};

/// One line of the journal; the time is added when it is written.
struct JournalEvent {
  EventKind kind;        ///< what happened
  std::string case_name; ///< `mystery000`
  double score = 0;      ///< of solved and attempted; 0 otherwise
  int hint = 0;          ///< of hinted: how many are now open
};

/// What the journal says so far.
struct ProgressSoFar {
  std::set<std::string> solved;        ///< names of cases
  std::set<std::string> given_up;      ///< solved or not
  std::set<std::string> looked;        ///< those whose program was run under an autopsy
  std::map<std::string, int> attempts; ///< how often the case was graded, solved or not
  std::map<std::string, int> hints;    ///< how many are open

  void add(JournalEvent const& event); ///< The progress after one more \p event.
};

/// One learner's journal. Any number of processes may append at the same time.
class Journal {
public:
  /// Neither creates nor reads anything yet.
  explicit Journal(std::filesystem::path file) : file_(std::move(file)) {}
  /// An absent file is an empty journal. Blocks on the file only.
  Result<ProgressSoFar> read() const;
  /// Appends one line with one write(2), under flock(2), making folder and file where they are
  /// missing (mode 0700, 0600). A last line that a crash cut off is left as it is, and the new one
  /// starts below it.
  Result<void> append(JournalEvent const& event) const;

private:
  std::filesystem::path file_;
};

} // namespace whodunit
