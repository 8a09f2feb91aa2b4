// SPDX-License-Identifier: MIT
#include "os/end_like.hpp"

#include "fate/shell.hpp"
#include "os/fd.hpp"
#include "os/mounts.hpp"
#include "os/namespaces.hpp"

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

constexpr rlim_t enough_for_the_flag = 64U << 10U;

void limit_core(rlim_t size) {
  rlimit core{};
  ::getrlimit(RLIMIT_CORE, &core);
  core.rlim_cur = std::min(size, core.rlim_max);
  ::setrlimit(RLIMIT_CORE, &core);
}

// Where our core file would go is covered by a file system that nobody else sees and that ends with
// us.
Result<void> hide_core_files() {
  auto const pattern = value_or(read_file("/proc/sys/kernel/core_pattern"), std::string("|"));
  if (pattern.starts_with('|'))
    return Error("hide a core file", pattern, {}, "core_pattern is a pipe");
  if (::geteuid() != 0)
    if (auto done = enter_user_namespace(); !done)
      return done;
  if (auto done = copy_mount_namespace(); !done)
    return done;
  return cover_core_folder(folder_of_core_pattern(pattern));
}

[[noreturn]] void die_of(Signal signal, bool with_core) {
  std::fflush(nullptr);
  bool const mirrored = with_core && hide_core_files().has_value();
  ::prctl(PR_SET_DUMPABLE, mirrored ? 1 : 0);
  limit_core(mirrored ? enough_for_the_flag : 0);
  struct sigaction standard {};
  standard.sa_handler = SIG_DFL;
  ::sigaction(signal.number(), &standard, nullptr);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal.number());
  ::sigprocmask(SIG_UNBLOCK, &only, nullptr);
  ::kill(::getpid(), signal.number());
  ::_exit(128 + signal.number()); // PID 1
}

} // namespace

void end_like(Ending const& ending) {
  if (auto const* const killed = std::get_if<Killed>(&ending))
    die_of(killed->signal, killed->core_dumped);
  std::fflush(nullptr);
  ::_exit(shell_status(Shell::bash, ending).value_or(125));
}

bool can_mirror_core() {
  int const pid = ::fork();
  if (pid == 0)
    ::_exit(hide_core_files() ? 0 : 1);
  int status = -1;
  return pid > 0 && ::waitpid(pid, &status, 0) == pid && status == 0;
}

} // namespace whodunit
