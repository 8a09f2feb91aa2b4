// SPDX-License-Identifier: MIT
// Not dead: the state found at the limit.
#include "fate/signal_code.hpp"
#include "made_fate.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

Claims claims_of(Alive const& living) {
  return examine(lone(living)).claims;
}

TEST(Alive, NoStatusMeansNoReport) {
  auto const claims = claims_of({LifeState::sleeping});
  EXPECT_EQ(claims.report.value, Report::none);
  EXPECT_EQ(claims.report.certainty, Certainty::observed);
}

TEST(Alive, ARunningProcessLoops) {
  auto const claims = claims_of({LifeState::running});
  EXPECT_EQ(claims.agent.value, Agent::self);
  EXPECT_EQ(claims.cause.value, Cause::hang_loop);
}

TEST(Alive, TheSystemCallTellsWhatASleeperWaitsFor) {
  EXPECT_EQ(claims_of({LifeState::sleeping, {}, "read on descriptor 0 (pipe)"}).cause.value,
            Cause::hang_io_wait);
  EXPECT_EQ(claims_of({LifeState::sleeping, {}, "clock_nanosleep"}).cause.value, Cause::hang_sleep);
}

TEST(Alive, AFutexAloneBearsNoCause) {
  EXPECT_EQ(claims_of({LifeState::sleeping, {}, "futex"}).cause.value, std::nullopt);
}

TEST(Alive, AStopOfItsOwnIsObserved) {
  auto fate = lone(Alive{LifeState::stopped, number(SIGSTOP)});
  fate.signals.push_back(delivered(SIGSTOP, code_tkill, first));
  fate.kill_calls.push_back({"tgkill", first, first, SIGSTOP, Moment{300}});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::self);
  EXPECT_EQ(claims.cause.value, Cause::hang_stopped);
  EXPECT_EQ(claims.cause.certainty, Certainty::observed);
}

TEST(Alive, BackgroundReadIsStoppedByTheTerminal) {
  auto fate = lone(Alive{LifeState::stopped, number(SIGTTIN)});
  fate.signals.push_back(delivered(SIGTTIN, code_kernel));
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::terminal);
}

TEST(Alive, AChildThatNobodyReapsIsTheVictim) {
  auto fate = lone(Alive{LifeState::sleeping, {}, "pause"});
  add_process(fate, 3, first, Alive{LifeState::zombie});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.victim.value, Victim::child);
  EXPECT_EQ(claims.agent.value, Agent::parent);
  EXPECT_EQ(claims.cause.value, Cause::hang_zombie);
}

TEST(Examine, AFateWithoutProcessesBearsNoClaim) {
  EXPECT_EQ(examine(Fate{}).claims.agent.certainty, Certainty::unknown);
}

} // namespace
} // namespace whodunit::testing
