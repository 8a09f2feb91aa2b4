// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The processes of one run as they come and go: our ids on the outside, records with the ids that
/// they see themselves.

#include "fate/fate.hpp"
#include "os/proc.hpp"

#include <map>
#include <optional>
#include <vector>

namespace whodunit {

/// One process of the run; \ref record is what the fate will hold.
struct TracedProcess {
  ProcessRecord record;                  ///< with its inner id
  std::optional<Signal> stopped_by = {}; ///< while in a group stop
  std::optional<Signal> last_stop = {};  ///< the latest that wait4(2) told of, where nothing traces
  bool ended = false;                    ///< its end was reported
};

/// Those that ended stay in it. A reference to an entry holds until the next add().
class ProcessTree {
public:
  /// The records hold ids of the PID namespace \p depth levels below ours.
  void number_at_depth(std::size_t depth) { depth_ = depth; }
  /// The inner id of the process that thread \p tid calls \p id: where the run has made a PID
  /// namespace of its own, another number. 0: of such a namespace, and not found.
  int translated(int tid, int id) const;
  /// Adds a process if it is new. It has its parent's name and image.
  TracedProcess& add(proc::Identity const& identity, Moment now);
  TracedProcess* find(int pid); ///< the newest with that outer id; nullptr: none
  /// The id that the process sees itself; \p pid if it is not known.
  int inner(int pid);
  /// The id that a thread sees itself; \p tid if it is gone.
  int inner_thread(int tid) const { return proc::pid_at_depth(tid, depth_).value_or(tid); }
  /// Takes the first report of an end; later ones, and those of strangers, change nothing.
  void end(int pid, Ending ending, Moment now);
  /// Outer ids of those that have not ended.
  std::vector<int> living() const;
  /// In order of birth; what lives still is recorded in the state in which it was last seen().
  std::vector<ProcessRecord> records() const;
  /// Looks at the state of every living process, and what it is doing (proc_pid_stat(5), T stops by
  /// our own knowledge).
  void look();

private:
  int init_for(proc::Identity const& identity, int inner);

  std::map<std::uint64_t, int> inits_; // PID namespace that the run made -> its init, inner id
  std::map<int, std::size_t> index_;   // outer id -> the newest process with it
  std::vector<TracedProcess> processes_;
  std::vector<int> outer_;
  std::size_t depth_ = 0;
};

} // namespace whodunit
