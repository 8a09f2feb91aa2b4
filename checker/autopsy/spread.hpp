// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How the fates of many runs of one command differ.

#include "autopsy/claim.hpp"

#include <cstddef>
#include <vector>

namespace whodunit {

/// Runs that ended alike, for the same reason.
struct LikeFates {
  Ending ending;              ///< of the first process
  std::optional<Agent> agent; ///< none: unknown
  std::optional<Cause> cause; ///< none: unknown
  std::size_t count = 0;      ///< of runs
  std::size_t first = 0;      ///< the number of the first such run, from 1
};

/// Collects autopsies, and keeps no more than one entry per kind of fate.
class Spread {
public:
  void add(Autopsy const& autopsy);           ///< one more run
  std::size_t runs() const { return runs_; }  ///< that were added
  std::vector<LikeFates> fates() const;       ///< the most frequent first
  Moment fastest() const { return fastest_; } ///< run, from execve to its end
  Moment slowest() const { return slowest_; } ///< run, from execve to its end
  Moment mean() const;                        ///< of the time that a run took; zero without runs

private:
  std::vector<LikeFates> fates_;
  std::size_t runs_ = 0;
  Moment fastest_{};
  Moment slowest_{};
  Moment total_{};
};

} // namespace whodunit
