// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Who died for want of memory: reads the OOM killer's counter at each death by SIGKILL, and stands
/// in for the OOM killer where no cgroup could be made.

#include "os/cgroup.hpp"
#include "warden/tree.hpp"

#include <optional>
#include <vector>

namespace whodunit {

/// The memory of one run. The cgroup must outlive it.
class MemoryWatch {
public:
  /// \param group of the run; null if there is none: the machine's counter serves, and, if \p limit
  /// is given, the stand-in
  MemoryWatch(Cgroup const* group, std::optional<Bytes> limit) : group_(group), limit_(limit) {}

  /// Reads where the counter stands at the beginning of the run.
  void begin() { last_count_ = count(); }

  /// It kills at the limit, for no group does.
  bool stands_in() const { return group_ == nullptr && limit_.has_value(); }
  bool counts() const { return last_count_.has_value(); } ///< there is a counter to read
  /// To be called when a process is about to die of, or has died of, SIGKILL. \p blamed: a kill
  /// call explains it already.
  void died_of_sigkill(int inner_pid, bool blamed, Moment now);
  /// The stand-in's look at \p first (an outer id) and its descendants: kills the largest once all
  /// together pass the limit.
  void look(ProcessTree& tree, int first, std::optional<int> orphanage, Moment now);
  /// Counts what nobody was named for; to be called once all is over.
  void conclude(Moment now);
  /// In the order in which they were noticed.
  std::vector<OomKill> const& kills() const { return kills_; }

private:
  std::optional<std::uint64_t> count() const;
  std::string counter_moved(std::uint64_t now_at) const;

  Cgroup const* group_;
  std::optional<Bytes> limit_;
  std::optional<std::uint64_t> last_count_;
  std::vector<OomKill> kills_;
};

} // namespace whodunit
