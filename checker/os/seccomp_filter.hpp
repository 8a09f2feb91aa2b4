// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The seccomp filter that lets the tracer see a few kinds of system calls as they are made, and
/// that refuses what would lead out of a containment. Forbids nothing else.

#include "fault/error.hpp"

#include <compare>
#include <linux/filter.h>
#include <vector>

namespace whodunit {

/// What a filter does.
struct FilterWish {
  /// SECCOMP_RET_TRACE on the kill family, on what arms a signal (timer_create(2),
  /// prctl(PR_SET_PDEATHSIG)), on the return of signal handlers, on seccomp's strict mode and on
  /// ptrace(2); needs a tracer, or these calls give ENOSYS.
  bool trace_kill_calls = false;
  /// The same for write(2) and writev(2) on descriptor 2.
  bool trace_stderr = false;
  /// The same for write(2) and pwrite64(2) on every descriptor, as one may be that of a
  /// `cgroup.kill`. Leaves writev(2) to those who have no tracer yet.
  bool trace_writes = false;
  /// Nothing that widens a containment or outlives it: EPERM for making a user namespace, in which
  /// a process is its own root (it could mount its cgroup, and raise its limit), and for the
  /// kernel's keys. ENOSYS for clone3(2), whose flags no filter sees: every caller has clone(2) to
  /// fall back on.
  bool contained = false;
  /// Beside `contained`: user namespaces are granted, and so EPERM for a cgroup namespace instead,
  /// without which nobody but root outside can mount a cgroup. And with `no_cgroup`, EPERM for a
  /// new file system, which takes memory that no process has mapped.
  bool grant_namespaces = false;
  /// Nothing that reaches others where there are no namespaces: EPERM for kill(-1, …) and for
  /// setting another process's limits, ENOSYS for POSIX queues, and all that \ref no_cgroup
  /// refuses.
  bool no_namespaces = false;
  /// Nothing that takes memory which no process has mapped, where no cgroup counts it: ENOSYS for
  /// memfd_create(2) and System V IPC.
  bool no_cgroup = false;
  friend auto operator<=>(FilterWish, FilterWish) = default;
};

/// Compiled once, installed by each child on itself.
class SeccompFilter {
public:
  /// An Error where libseccomp cannot build it.
  static Result<SeccompFilter> compile(FilterWish wish);
  /// Installs the filter on the calling process (seccomp(2)); needs no_new_privs or CAP_SYS_ADMIN.
  /// Async-signal-safe. \return 0 or an errno.
  int install() const;

private:
  std::vector<sock_filter> program_;
};

} // namespace whodunit
