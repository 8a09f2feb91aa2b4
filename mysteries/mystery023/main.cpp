// SPDX-License-Identifier: MIT
// Ships the day's log lines to the archive. They come from outside: so that they cannot talk it
// into any harm, it locks itself in before it reads the first one.
#include <array>
#include <csignal>
#include <iostream>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::array days_log{"07:58 front door opened", "08:03 coffee machine is out of beans",
                              "08:04 coffee machine is out of patience"};

// What somebody wants who is on the way out, or has a look around.
constexpr std::array off_limits{SYS_execve, SYS_execveat, SYS_ptrace, SYS_socket, SYS_uname};

void report_break_out(int) {
  constexpr std::string_view words = "shipper: a line tried to break out\n";
  static_cast<void>(write(STDERR_FILENO, words.data(), words.size()));
  _exit(2);
}

bool lock_in() {
  std::signal(SIGSYS, report_break_out);
  std::vector<sock_filter> rules{{BPF_LD | BPF_W | BPF_ABS, 0, 0, 0}}; // the number of the call
  for (long const call : off_limits) {
    rules.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 1, static_cast<unsigned>(call)});
    rules.push_back({BPF_RET | BPF_K, 0, 0, SECCOMP_RET_KILL_PROCESS});
  }
  rules.push_back({BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW});
  sock_fprog const filter{static_cast<unsigned short>(rules.size()), rules.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

std::string sender() {
  std::array<char, 65> name{};
  gethostname(name.data(), name.size() - 1);
  return name.data();
}

} // namespace

int main() {
  if (!lock_in()) {
    std::cerr << "shipper: cannot lock itself in\n";
    return 1;
  }
  for (std::string_view const line : days_log) {
    std::cout << "archive <- " << line << std::endl;
  }
  std::cout << days_log.size() << " lines shipped for " << sender() << '\n';
}
