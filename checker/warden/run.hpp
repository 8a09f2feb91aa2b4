// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// One run, from fork to fate: starts the command in its surroundings, follows it, keeps the
/// limits, and sees to it that nothing of a contained run is left.

#include "warden/channel.hpp"
#include "warden/child.hpp"
#include "warden/containment.hpp"
#include "warden/core_catch.hpp"
#include "warden/memory_curve.hpp"
#include "warden/memory_watch.hpp"
#include "warden/scratch_watch.hpp"
#include "warden/stream.hpp"
#include "warden/tracer.hpp"

#include <chrono>
#include <memory>
#include <sys/resource.h>

namespace whodunit {

/// What the warden lends to its runs.
struct Equipment {
  Containment containment; ///< what keeps a run in
  UniqueFd signals;        ///< signalfd of SIGCHLD
  UniqueFd deadline;       ///< timer
  UniqueFd memory_tick;    ///< timer
};

/// A run from its request on. What is left of it is ended with it, unless leaves_processes().
class Run {
public:
  /// Starts nothing yet. \p equipment and \p channel must outlive the run.
  Run(Equipment& equipment, Channel& channel, wire::AskRun request);
  Run(Run const&) = delete;
  Run& operator=(Run const&) = delete;
  ~Run();

  /// The whole run. An Error if it could not be begun, or if the checker went away meanwhile.
  Result<Fate> complete();
  /// A command that is not ours to end has left processes, which run on under our eyes: \ref linger
  /// sees them to their end.
  bool leaves_processes() const;
  /// Follows what was left until nothing is. Blocks.
  void linger();

private:
  enum class Phase { running, settling, over };

  Moment now() const;
  Result<void> begin();
  Result<void> surround();
  Result<void> make_cgroups();
  Result<void> await_resume();
  void add_first();
  void start_clock();
  void note_cpu(int pid, rusage const& used);
  void watch();
  void handle_message();
  void await_status(std::chrono::milliseconds patience);
  void reap();
  void handle_status(int pid, int wait_status, rusage const& used);
  void note_stop(int wait_status);
  void first_ended(int wait_status, rusage const& used);
  void dying(int pid, int wait_status);
  void deadline_passed();
  void settle();
  void clean_up();
  void empty_namespace();
  void kill_tree();
  Fate fate();
  bool explained_by_kill_call(int inner_pid) const;

  Equipment* equipment_;
  Channel* channel_;
  Launch launch_;
  bool attended_;
  bool job_control_;
  Anchor* anchor_ = nullptr;
  std::optional<Cgroup> cgroup_;
  std::optional<CgroupSubtree> subtree_; ///< may lie in \ref cgroup_, and ends before it
  std::optional<Child> child_;
  std::optional<ScratchWatch> scratch_;
  ProcessTree tree_;
  std::unique_ptr<MemoryWatch> memory_;
  MemoryCurve curve_;
  std::unique_ptr<Tracer> tracer_;
  std::optional<CoreCatch> core_;
  CapturedStream out_;
  CapturedStream err_;
  std::chrono::steady_clock::time_point start_{};
  Phase phase_ = Phase::running;
  bool abandoned_ = false;
  bool first_reaped_ = false;
  bool executed_ = false;
  bool waiting_for_resume_ = false;
  Fate fate_;
};

} // namespace whodunit
