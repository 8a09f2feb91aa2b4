// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What is there on the machine that a run could have left: taken before and after, the two are the
/// same. Counts what belongs to the calling process, what bears its marker and what is called
/// `hostile`; other users of the machine go about their business meanwhile.

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace whodunit::test {

/// Each thing by a name that does not depend on when it was made, as often as it is there.
class Census {
public:
  /// Where to look, besides the places that every process has.
  struct Places {
    std::vector<std::filesystem::path> cgroups; ///< folders under which groups of runs are made
    std::filesystem::path own;                  ///< a folder that nobody else writes to
  };

  /// Looks. Takes in the calling process and all its descendants; does not block.
  static Census take(Places const& places);

  /// What is there more (`+`) and what is there no longer (`-`) in \p later, line by line; empty if
  /// the two are equal.
  std::string changes_to(Census const& later) const;

private:
  std::multiset<std::string> found_;
};

/// `NAME=value` for the environment of what a test starts: by it an escaped process is known.
std::string marker();
/// The descendants of \p pid, itself not included, zombies included.
std::vector<int> descendants(int pid);
/// The child of the calling process (or of \p parent) that is a warden; nullopt: there is none.
std::optional<int> warden_below(int parent);

} // namespace whodunit::test
