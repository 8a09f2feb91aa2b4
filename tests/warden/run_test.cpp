// SPDX-License-Identifier: MIT
#include "with_warden.hpp"

#include <algorithm>

namespace whodunit {
namespace {

using test::shell;
using WardenRun = test::WithWarden;

bool killed_by(Ending const& ending, int signal) {
  auto const* const killed = std::get_if<Killed>(&ending);
  return killed != nullptr && killed->signal.number() == signal;
}

TEST_F(WardenRun, AnExitStatusIsTold) {
  auto const fate = fate_of(shell("exit 3"));
  EXPECT_EQ(fate.ending, Ending(Exited{3}));
  EXPECT_EQ(fate.wait_status, 3 << 8);
}

TEST_F(WardenRun, Exit137IsNoSignal) {
  EXPECT_EQ(fate_of(shell("exit 137")).ending, Ending(Exited{137}));
}

TEST_F(WardenRun, AProcessThatKillsItselfIsSeenDoingIt) {
  auto const fate = fate_of(shell("kill -9 $$"));
  EXPECT_TRUE(killed_by(fate.ending, SIGKILL));
  auto const call = std::ranges::find(fate.kill_calls, SIGKILL, &KillCall::signal);
  ASSERT_NE(call, fate.kill_calls.end());
  EXPECT_EQ(call->caller, fate.first);
  EXPECT_EQ(call->target, fate.first);
}

TEST_F(WardenRun, OutputIsCaptured) {
  auto const fate = fate_of(shell("echo out; echo err >&2"));
  EXPECT_EQ(fate.out.kept, "out\n");
  EXPECT_EQ(fate.err.kept, "err\n");
}

TEST_F(WardenRun, OutputPastTheCapIsCountedNotKept) {
  auto launch = shell("head -c 300000 /dev/zero");
  launch.limits.output = Bytes{1000};
  auto const fate = fate_of(launch);
  EXPECT_EQ(fate.out.kept.size(), 1000U);
  EXPECT_EQ(fate.out.total, 300000U);
}

TEST_F(WardenRun, TheWallLimitFindsASleeperAsleep) {
  auto launch = shell("exec sleep 1000");
  launch.limits.wall = std::chrono::milliseconds(1000);
  auto const fate = fate_of(launch);
  auto const* const alive = std::get_if<Alive>(&fate.ending);
  ASSERT_NE(alive, nullptr) << to_string(fate.ending);
  EXPECT_EQ(alive->state, LifeState::sleeping);
  ASSERT_EQ(fate.limits.size(), 1U);
  EXPECT_EQ(fate.limits[0].name, "wall");
}

TEST_F(WardenRun, AStoppedProcessIsFoundStopped) {
  auto launch = shell("kill -STOP $$");
  launch.limits.wall = std::chrono::milliseconds(1000);
  auto const fate = fate_of(launch);
  auto const* const alive = std::get_if<Alive>(&fate.ending);
  ASSERT_NE(alive, nullptr) << to_string(fate.ending);
  EXPECT_EQ(alive->state, LifeState::stopped);
  EXPECT_EQ(alive->stop_signal, Signal::from_number(SIGSTOP));
}

TEST_F(WardenRun, AStopTellsItsSignalUntracedToo) {
  auto launch = shell("kill -STOP $$");
  launch.watch = Watch::wait_only;
  launch.limits.wall = std::chrono::milliseconds(1000);
  auto const fate = fate_of(launch);
  auto const* const alive = std::get_if<Alive>(&fate.ending);
  ASSERT_NE(alive, nullptr) << to_string(fate.ending);
  EXPECT_EQ(alive->state, LifeState::stopped);
  EXPECT_EQ(alive->stop_signal, Signal::from_number(SIGSTOP));
}

TEST_F(WardenRun, AMysteryIsNeverPidOne) {
  EXPECT_GT(fate_of(shell("true")).first, 1);
}

TEST_F(WardenRun, ACommandThatIsNotThereIsAFate) {
  auto launch = shell("");
  launch.executable = "/no/such/command";
  auto const fate = fate_of(launch);
  EXPECT_EQ(fate.not_executed, ENOENT);
  EXPECT_EQ(fate.ending, Ending(Exited{127}));
}

TEST_F(WardenRun, AGrandchildThatHoldsTheOutputIsNotWaitedFor) {
  auto const fate = fate_of(shell("setsid sleep 1000 & exit 4"));
  EXPECT_EQ(fate.ending, Ending(Exited{4}));
  EXPECT_LT(fate.usage.wall, std::chrono::seconds(5));
}

TEST_F(WardenRun, TheKernelsOomKillerIsCounted) {
  auto const fate = fate_of(shell("x=aaaaaaaa; while :; do x=$x$x; done"));
  EXPECT_TRUE(killed_by(fate.ending, SIGKILL)) << to_string(fate.ending);
  ASSERT_EQ(fate.oom_kills.size(), 1U);
  EXPECT_EQ(fate.oom_kills[0].victim, fate.first);
}

TEST_F(WardenRun, OneWardenServesManyRuns) {
  for (int i = 0; i < 50; ++i)
    EXPECT_EQ(fate_of(shell("exit 7")).ending, Ending(Exited{7}));
}

} // namespace
} // namespace whodunit
