// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The processes of a fate as a family: a number can be used twice in a run, a place among the
/// records cannot. Ends for any records, also for those that no kernel would give.

#include "fate/fate.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace whodunit {

/// One process in its family.
struct Member {
  std::size_t index = 0;             ///< among Fate::processes
  std::size_t depth = 0;             ///< ancestors that are in the tree
  std::optional<std::size_t> parent; ///< among Fate::processes; none for the first, and for those
                                     ///< whose parent was not seen
};

/// Every process once, each behind its parent and before its parent's next child.
std::vector<Member> family_of(Fate const& fate);

/// Who had which number at what time.
class Roll {
public:
  /// Keeps nothing of \p fate.
  explicit Roll(Fate const& fate);

  /// Who had the number \p pid at \p when: an index among Fate::processes; none if nobody of the
  /// tree ever had it.
  std::optional<std::size_t> at(int pid, Moment when) const;

private:
  struct Entry {
    Moment born;
    std::size_t index;
  };
  std::unordered_map<int, std::vector<Entry>> entries_; // in order of birth
};

} // namespace whodunit
