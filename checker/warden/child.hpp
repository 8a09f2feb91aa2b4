// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The first process of a run, from clone(2) to execve(2): every disposition reset, the mask empty,
/// in its surroundings, observed from before its first instruction.

#include "os/cgroup.hpp"
#include "os/cgroup_subtree.hpp"
#include "os/seccomp_filter.hpp"
#include "warden/anchor.hpp"
#include "warden/launch.hpp"

#include <memory>
#include <string>

namespace whodunit {

/// What a child joins, borrowed for the time of the start.
struct Surroundings {
  Anchor const* anchor = nullptr;         ///< null: no namespaces
  Cgroup const* cgroup = nullptr;         ///< null: none
  CgroupSubtree const* subtree = nullptr; ///< null: none is granted
  SeccompFilter const* filter = nullptr;  ///< null: none
  bool private_core =
      false; ///< core files vanish with the scratch, so a generous limit harms nobody
  bool skip_core_pipe =
      false; ///< core_pattern is a pipe: a limit of 1 byte makes the kernel leave it alone
  bool sole_oom_candidate = false; ///< nothing confines it: oom_score_adj 1000
};

/// A child that stands at its gate: all that is left is execve(2).
class Child {
public:
  struct Plan; ///< what it is to do; internal
  Child(Child const&) = delete;
  Child& operator=(Child const&) = delete;
  Child(Child&&) noexcept;            ///< the other can then be destroyed or assigned to
  Child& operator=(Child&&) noexcept; ///< the other can then be destroyed or assigned to
  /// Its process is the run's to end.
  ~Child();

  /// Starts it, with pipes for the streams that are captured, and waits until it stands in its
  /// \p surroundings with nothing left to do but execve. An Error: we failed to get it there, and
  /// it is gone. \p launch must outlive it.
  static Result<Child> start(Launch const& launch, Surroundings const& surroundings);

  int pid() const { return pid_; } ///< in our own namespace
  /// Lets it go on to execve.
  void release();
  /// Read ends of captured streams; not open otherwise.
  UniqueFd& out() { return out_; }
  UniqueFd& err() { return err_; } ///< of stderr

  /// Why execve failed, known once it has ended; 0: it did not. Does not block; a second call finds
  /// nothing.
  int execve_errno();

private:
  Child();
  Result<void> await_gate(UniqueFd const& report) const;

  std::unique_ptr<Plan> plan_;
  int pid_ = 0;
  UniqueFd go_;
  UniqueFd report_;
  UniqueFd out_;
  UniqueFd err_;
};

} // namespace whodunit
