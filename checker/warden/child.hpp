// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The first process of a run, from fork(2) to execve(2): every disposition reset, the mask empty,
/// in its surroundings, observed from before its first instruction.

#include "os/cgroup.hpp"
#include "os/seccomp_filter.hpp"
#include "warden/anchor.hpp"
#include "warden/launch.hpp"

#include <optional>
#include <string>

namespace whodunit {

/// What a child joins, borrowed for the time of the start.
struct Surroundings {
  Anchor const* anchor = nullptr;        ///< null: no namespaces
  Cgroup const* cgroup = nullptr;        ///< null: none
  SeccompFilter const* filter = nullptr; ///< null: none
  bool private_core =
      false; ///< core files vanish with the scratch, so a generous limit harms nobody
  bool skip_core_pipe =
      false; ///< core_pattern is a pipe: a limit of 1 byte makes the kernel leave it alone
  bool sole_oom_candidate = false; ///< nothing confines it: oom_score_adj 1000
};

/// A child that was forked and waits at its start.
class Child {
public:
  /// Forks, with pipes for the streams that are captured. An Error is one of pipe2(2) or fork(2);
  /// what goes wrong in the child is its trouble().
  static Result<Child> fork(Launch const& launch, Surroundings const& surroundings);

  int pid() const { return pid_; } ///< in our own namespace
  /// Lets it go on to execve.
  void release();
  /// Read ends of captured streams; not open otherwise.
  UniqueFd& out() { return out_; }
  UniqueFd& err() { return err_; } ///< of stderr

  /// What kept it from running the command, known once it has ended or called execve with success.
  struct Trouble {
    int execve_errno = 0;              ///< execve failed: a fate
    std::optional<Error> surroundings; ///< we failed to prepare it: no fate
  };
  Trouble trouble(); ///< does not block; a second call finds nothing

private:
  int pid_ = 0;
  UniqueFd go_;
  UniqueFd report_;
  UniqueFd out_;
  UniqueFd err_;
};

} // namespace whodunit
