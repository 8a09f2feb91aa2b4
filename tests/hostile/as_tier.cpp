// SPDX-License-Identifier: MIT
// Becomes $WHODUNIT_TIER_PROGRAM on a machine that allows no more than $WHODUNIT_TIER: `root` as it
// is, `user` an ordinary user, `bare` an ordinary user without namespaces, as in a container.
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <seccomp.h>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace {

// Of the test that started us alone: the limit on processes counts by user.
uid_t ordinary_user() {
  constexpr uid_t first = 20'000, many = 40'000;
  return first + static_cast<uid_t>(::getppid()) % many;
}

constexpr rlim_t most_processes = 400; // what holds them should the tier not

// A group that holds everything should the tier under test not; it is joined while we may.
void join(char const* folder) {
  if (folder == nullptr || ::chdir(folder) != 0)
    return;
  int const file = ::open("cgroup.procs", O_WRONLY | O_CLOEXEC);
  static_cast<void>(::write(file, "0", 1));
}

bool become_an_ordinary_user() {
  rlimit const limit{most_processes, most_processes};
  if (::setrlimit(RLIMIT_NPROC, &limit) != 0)
    return false;
  auto const user = ordinary_user();
  return ::geteuid() != 0 ||
         (::setgroups(0, nullptr) == 0 && ::setgid(user) == 0 && ::setuid(user) == 0);
}

// What Docker's default profile refuses to a process without privileges.
bool go_without_namespaces() {
  scmp_filter_ctx const filter = ::seccomp_init(SCMP_ACT_ALLOW);
  bool done =
      filter != nullptr && ::seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ALLOW) == 0;
  for (int const call : {SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(mount)})
    done = done && ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
  for (auto const flag : {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWIPC, CLONE_NEWNET,
                          CLONE_NEWUTS, CLONE_NEWCGROUP}) {
    auto const bit = static_cast<unsigned>(flag);
    done = done && ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                                      SCMP_A0(SCMP_CMP_MASKED_EQ, bit, bit)) == 0;
  }
  done = done && ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
  return done && ::seccomp_load(filter) == 0;
}

} // namespace

int main(int, char** arguments) {
  char const* const tier = std::getenv("WHODUNIT_TIER");
  char const* const program = std::getenv("WHODUNIT_TIER_PROGRAM");
  if (tier == nullptr || program == nullptr)
    return 2;
  int const here = ::open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
  for (char const* const guard : {"WHODUNIT_TIER_MEMORY", "WHODUNIT_TIER_PIDS"})
    join(std::getenv(guard));
  if (::fchdir(here) != 0)
    return 125;
  if (std::string_view(tier) != "root" && !become_an_ordinary_user())
    return 125;
  if (std::string_view(tier) == "bare" && !go_without_namespaces())
    return 125;
  ::execv(program, arguments);
  return 126;
}
