// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Follows a run with ptrace: every process and thread that it becomes, each signal at its
/// delivery, each kill-family call, each end. Changes nothing: every signal is delivered, every
/// stop continued, until it is told to halt().

#include "fault/error.hpp"
#include "os/ptrace.hpp"
#include "warden/call_recorder.hpp"
#include "warden/tree.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace whodunit {

/// What is told beyond the usual.
struct TraceWish {
  std::size_t system_calls = 0; ///< so many of the last calls; each is stopped for, if any
  bool backtrace = false;       ///< stacks
};

/// The tracer of one run. ptrace(2) wants every call from the same thread.
class Tracer {
public:
  /// Told at the last moment at which a dying process can still be looked at (PTRACE_EVENT_EXIT).
  using DyingHook = std::function<void(int pid, int wait_status)>;

  /// \p tree must outlive it; \p clock gives the moments of the records.
  Tracer(ProcessTree& tree, std::function<Moment()> clock, DyingHook dying, TraceWish wish)
      : tree_(&tree),
        clock_(std::move(clock)),
        dying_(std::move(dying)),
        wish_(wish),
        calls_(tree, clock_, wish.system_calls) {}

  /// Takes a child that waits at its start, and is in the tree, under observation. An Error if
  /// ptrace refuses.
  Result<void> adopt(int pid, bool exit_kill);
  /// Handles one status that wait4(2) gave for a tracee. \return whether the status was ours to
  /// handle.
  bool handle(int tid, int wait_status);
  bool follows(int tid) const { return tasks_.contains(tid); } ///< a tracee that has not ended
  bool idle() const { return tasks_.empty(); }                 ///< no tracee is left

  /// In order; of more than 512 the first 256 and the last 256.
  std::vector<SignalRecord> const& signals() const { return signals_; }
  CallRecorder const& calls() const { return calls_; } ///< what was asked of the kernel
  /// No call of the kill family can have been missed or forgotten, and every sender is one of ours
  /// or a stranger.
  bool saw_every_call() const { return all_seen_ && calls_.complete(); }
  /// Why our looking changed what we saw; empty if it did not.
  std::string const& disturbed() const {
    return disturbed_.empty() ? calls_.disturbed() : disturbed_;
  }
  std::vector<StackSnapshot> const& stacks() const { return stacks_; } ///< if they were wished

  /// Asks every thread to stop where it is, for good: no later stop is continued.
  void halt();
  bool all_halted() const; ///< every tracee stands still
  /// Fills in where halted threads stand.
  void complete(std::vector<ThreadRecord>& records);

private:
  void meet(int tid);
  void meet(int tid, proc::Identity const& identity);
  void handle_stop(int tid, int signal, int event);
  void handle_event_stop(int tid, int signal);
  void handle_exec(int tid);
  void handle_exit(int tid);
  void resume(int tid, int signal = 0) const;
  void record_signal(int tid, Signal signal);
  void note_return(int tid);
  bool forget(int tid);
  std::optional<std::size_t> place_of(std::uint64_t serial) const;
  void keep_stack(int tid, ptrace::Registers const& registers, std::string reason);
  bool was_forged(SignalRecord const& record) const;

  ProcessTree* tree_;
  std::function<Moment()> clock_;
  DyingHook dying_;
  TraceWish wish_;
  CallRecorder calls_;
  std::map<int, int> tasks_; // thread -> its thread group
  std::vector<SignalRecord> signals_;
  std::map<int, std::vector<std::uint64_t>> handling_; // thread -> numbers of its caught signals
  std::uint64_t recorded_ = 0;
  bool all_seen_ = true;
  std::vector<StackSnapshot> stacks_;
  bool halting_ = false;
  std::set<int> halted_;
  std::string disturbed_;
};

} // namespace whodunit
