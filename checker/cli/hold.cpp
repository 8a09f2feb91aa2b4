// SPDX-License-Identifier: MIT
#include "cli/hold.hpp"

#include "fate/quantity.hpp"
#include "os/fd.hpp"
#include "os/leaving.hpp"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace whodunit::cli {
namespace {

int ptrace_scope() {
  auto const text = read_file("/proc/sys/kernel/yama/ptrace_scope");
  return text ? std::atoi(text->c_str()) : 0;
}

constexpr int admins_only = 2;

std::string on_attaching(int pid, int scope, bool root) {
  if (scope > admins_only)
    return fmt::format("whodunit: ptrace_scope of Yama is {} here: nobody may attach strace or gdb "
                       "until the next boot;\nwhodunit: ps and /proc work\n",
                       scope);
  if (scope == 0 || root)
    return {};
  return fmt::format("whodunit: ptrace_scope of Yama is {} here: where strace or gdb is refused, "
                     "this works:\nwhodunit:   sudo gdb -p {}\n",
                     scope, pid);
}

} // namespace

std::string advice_on_looking(int pid, int ptrace_scope, bool root) {
  return fmt::format("whodunit: look at it from a second terminal, for instance:\n"
                     "whodunit:   ps -o pid,ppid,stat,wchan:20,args -p {0} --ppid {0}\n"
                     "whodunit:   cat /proc/{0}/status; ls -l /proc/{0}/fd\n"
                     "whodunit:   strace -f -p {0}\n"
                     "whodunit:   gdb -p {0}\n",
                     pid) +
         on_attaching(pid, ptrace_scope, root);
}

void let_go_of_terminal_input() {
  if (::isatty(STDIN_FILENO) == 0)
    return;
  if (auto const empty = open_file("/dev/null", O_RDONLY))
    ::dup2(empty->get(), STDIN_FILENO);
}

Result<Fate> hold(Warden& warden, Launch const& launch, std::string const& name,
                  std::function<void(int pid)> const& started) {
  Leaving leaving;
  Progress const progress{
      [&](int pid) {
        fmt::print(
            stderr,
            "whodunit: {} is process {}; it is kept for {} at most, and ^C here ends it with "
            "all that it started\n{}",
            name, pid, to_string(*launch.limits.wall),
            advice_on_looking(pid, ptrace_scope(), ::geteuid() == 0));
        started(pid);
        leaving.ends(pid);
      },
      {}};
  auto fate = warden.run(launch, progress);
  leaving.ends(0); // its number may be another's from now on
  if (leaving.asked_for()) {
    fmt::print(stderr, "whodunit: {} is ended, with all that it started\n", name);
    leaving.leave();
  }
  return fate;
}

} // namespace whodunit::cli
