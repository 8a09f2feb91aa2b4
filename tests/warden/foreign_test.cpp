// SPDX-License-Identifier: MIT
// A command that is not a mystery is run as its user would run it: observed, not contained.
#include "with_warden.hpp"

#include <algorithm>
#include <csignal>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace whodunit {
namespace {

Launch foreign(std::string script) {
  auto launch = test::shell(std::move(script));
  launch.contain = false;
  launch.limits = {};
  return launch;
}

using ForeignCommand = test::WithWarden;

TEST_F(ForeignCommand, KeepsItsDirectoryAndItsFiles) {
  auto launch = foreign("pwd");
  launch.directory = "/usr";
  EXPECT_EQ(fate_of(launch).out.kept, "/usr\n");
}

TEST_F(ForeignCommand, SeesItsOwnPid) {
  auto const fate = fate_of(foreign("echo $$"));
  EXPECT_EQ(fate.out.kept, std::to_string(fate.first) + "\n");
}

// Waits until the process is gone. False if it still lives after ten seconds.
bool ends(int pid) {
  int const pidfd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (pidfd < 0)
    return true;
  pollfd wait{pidfd, POLLIN, 0};
  bool const ended = ::poll(&wait, 1, 10'000) == 1;
  ::close(pidfd);
  return ended;
}

TEST_F(ForeignCommand, MayLeaveADaemonThatCanStillRaiseSignals) {
  // The daemon kills itself by a call that our filter hands to the tracer: were nobody there any
  // more, it would get ENOSYS and live on.
  auto const fate = fate_of(foreign("{ read line <&3; kill -KILL $BASHPID; } 3<&0 & exit 5"));
  EXPECT_EQ(fate.ending, Ending(Exited{5}));
  EXPECT_EQ(fate_of(foreign("exit 6")).ending, Ending(Exited{6})) << "another warden takes over";
}

TEST_F(ForeignCommand, ThatIsStillThereWhenTheFirstHasEndedIsToldAlive) {
  auto const fate = fate_of(foreign("sleep 1000 & exit 5"));
  auto const sleeper = std::ranges::find(fate.processes, "sleep", &ProcessRecord::name);
  ASSERT_NE(sleeper, fate.processes.end());
  EXPECT_TRUE(std::holds_alternative<Alive>(sleeper->ending));
  EXPECT_EQ(::kill(sleeper->pid, 0), 0) << "it is not ours to end";
  ::kill(sleeper->pid, SIGTERM);
  EXPECT_TRUE(ends(sleeper->pid));
}

TEST_F(ForeignCommand, StaysWithinALimitThatWasAskedFor) {
  auto launch = foreign("exec sleep 1000");
  launch.limits.wall = std::chrono::milliseconds(100);
  auto const fate = fate_of(launch);
  EXPECT_TRUE(std::holds_alternative<Alive>(fate.ending));
  EXPECT_TRUE(ends(fate.first));
}

} // namespace
} // namespace whodunit
