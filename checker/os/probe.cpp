// SPDX-License-Identifier: MIT
#include "os/probe.hpp"

#include "os/namespaces.hpp"
#include "os/ptrace.hpp"
#include "os/seccomp_filter.hpp"

#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

// Runs the attempt in a child that has nothing to lose.
template <class Attempt>
bool child_can(Attempt attempt) {
  int const pid = ::fork();
  if (pid == 0)
    ::_exit(attempt() ? 0 : 1);
  int status = -1;
  return pid > 0 && ::waitpid(pid, &status, 0) == pid && status == 0;
}

} // namespace

bool probe_ptrace() {
  int const pid = ::fork();
  if (pid == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;)
      ::pause();
  }
  if (pid < 0)
    return false; // and to kill(2) it would be everybody
  bool const seized = ptrace::seize(pid, true);
  ::kill(pid, SIGKILL);
  // A tracee that dies may stop once more on its way.
  int status = 0;
  while (::waitpid(pid, &status, __WALL) == pid && WIFSTOPPED(status))
    ptrace::resume(pid);
  return seized;
}

bool probe_seccomp() {
  auto const filter = SeccompFilter::compile({.trace_kill_calls = true});
  return filter && child_can([&] {
           return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter->install() == 0;
         });
}

bool probe_user_namespace() {
  return child_can([] { return enter_user_namespace().has_value(); });
}

bool probe_granted_namespaces() {
  return child_can([] {
    return drop_privileges(Keep::own_user_namespace) && enter_user_namespace() &&
           renew_child_pid_namespace() && copy_mount_namespace();
  });
}

} // namespace whodunit
