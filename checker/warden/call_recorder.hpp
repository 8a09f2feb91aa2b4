// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What the processes of a run ask of the kernel, as far as it tells how they ended: signals that
/// they send or arrange, what they write to stderr, and on request every call.

#include "os/ptrace.hpp"
#include "warden/tree.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <vector>

namespace whodunit {

/// Adds to \p records; drops one from the middle when there are most_records already.
template <class Record>
void keep(std::vector<Record>& records, Record record) {
  if (records.size() == most_records)
    records.erase(records.begin() + most_records / 2);
  records.push_back(std::move(record));
}

/// What a filtered call was, where the tracer has to know.
enum class Filtered {
  recorded,       ///< nothing more is to be done
  handler_return, ///< rt_sigreturn(2)
};

/// Records calls at the stops that the tracer sees.
class CallRecorder {
public:
  /// \p tree must outlive it. \param kept so many of all calls are kept, the last ones
  CallRecorder(ProcessTree& tree, std::function<Moment()> clock, std::size_t kept)
      : tree_(&tree), clock_(std::move(clock)), kept_(kept) {}

  bool wants_every_call() const { return kept_ > 0; } ///< note_stop() is to be called
  /// At a stop that the seccomp filter asked for. \param process outer id of the thread's process
  Filtered note_filtered(int tid, int process);
  /// At the beginning or the end of a call.
  void note_stop(int tid, int process);

  void forget(int tid); ///< a thread that is no more
  /// Every call of the kill family was seen, understood and kept: there were not too many, none was
  /// made by code of another architecture, none for a process that can't be told any more.
  bool complete() const { return legible_ && kill_calls_.size() < most_records; }
  /// In order; of more than most_records the first and the last.
  std::vector<KillCall> const& kill_calls() const { return kill_calls_; }
  std::vector<GroupKill> const& group_kills() const { return group_kills_; } ///< in the same way
  std::vector<ArmedSignal> const& armed() const { return armed_; }           ///< in the same way
  std::string const& last_words() const { return last_words_; } ///< written to descriptor 2
  /// In order of their beginning.
  std::vector<SystemCallRecord> calls() const { return {calls_.begin(), calls_.end()}; }
  /// Who wants to trace, and so can't; empty if nobody does.
  std::string const& disturbed() const { return disturbed_; }

private:
  void note_strict_mode(int tid);
  void note_kill(ptrace::SystemCall const& call, int tid, int process);
  void note_armed(ptrace::SystemCall const& call, int tid, int process);
  void note_group_kill(ptrace::SystemCall const& call, int tid, int process);
  std::vector<int> members_of(std::string_view group) const;
  void listen(ptrace::SystemCall const& call, int tid);
  int inner_thread(int tid, int process);

  ProcessTree* tree_;
  std::function<Moment()> clock_;
  std::size_t kept_;
  std::vector<KillCall> kill_calls_;
  std::vector<GroupKill> group_kills_;
  std::vector<ArmedSignal> armed_;
  std::string last_words_;
  std::deque<SystemCallRecord> calls_;
  std::uint64_t dropped_ = 0;
  std::map<int, std::uint64_t>
      open_;                 // thread -> its call that has not ended, counted from the first
  std::map<int, int> inner_; // thread -> its id as it sees it
  bool legible_ = true;
  std::string disturbed_;
};

} // namespace whodunit
