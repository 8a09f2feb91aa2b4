// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The learner's journal: one JSON object a line, only ever appended to (`journal.jsonl`). A line that cannot be read is
/// kept and skipped; a newer format is left alone.

#include "fault/error.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace whodunit {

/// The state folder: `$WHODUNIT_STATE`, else `$XDG_STATE_HOME/whodunit`, else `~/.local/state/whodunit`.
Result<std::filesystem::path> state_folder();

enum class EventKind { solved, attempted, hinted };

struct JournalEvent {
  EventKind kind;
  std::string case_name;
  double score = 0;  ///< of solved and attempted
  int hint = 0;      ///< of hinted: how many are now open
};

/// What the journal says so far.
struct ProgressSoFar {
  std::set<std::string> solved;
  std::map<std::string, int> attempts;
  std::map<std::string, int> hints;
};

class Journal {
public:
  /// Neither creates nor reads anything yet.
  explicit Journal(std::filesystem::path file) : file_(std::move(file)) {}
  /// An absent file is an empty journal.
  Result<ProgressSoFar> read() const;
  /// Appends one line with one write(2), under a lock, making folder and file where they are missing (mode 0700, 0600).
  Result<void> append(JournalEvent const& event) const;

private:
  std::filesystem::path file_;
};

}  // namespace whodunit
