// SPDX-License-Identifier: MIT
// 137 in every row: who sent SIGKILL?
#include "made_fate.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

Fate killed() {
  return lone(killed_by(SIGKILL));
}

TEST(Sigkill, OomRecordOfThatProcessIsTheKernelForMemory) {
  auto fate = killed();
  fate.oom_kills.push_back({first, "memory.oom_control oom_kill 0 -> 1", false, Moment{900}});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
  EXPECT_EQ(claims.cause.value, Cause::res_memory);
  EXPECT_EQ(claims.cause.certainty, Certainty::observed);
}

TEST(Sigkill, TheWardensOwnKillIsAStandIn) {
  auto fate = killed();
  fate.oom_kills.push_back({first, "64MiB reached", true, Moment{900}});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.agent.certainty, Certainty::stand_in);
  EXPECT_EQ(claims.cause.value, Cause::res_memory);
  EXPECT_EQ(claims.cause.certainty, Certainty::stand_in);
}

TEST(Sigkill, ACounterThatNamesNobodyIsSureOnlyWithOneCandidate) {
  auto fate = killed();
  fate.oom_kills.push_back({0, "oom_kill 0 -> 1", false, Moment{900}});
  EXPECT_EQ(examine(fate).claims.cause.certainty, Certainty::observed);
  add_process(fate, 3, first, killed_by(SIGKILL));
  EXPECT_EQ(examine(fate).claims.cause.certainty, Certainty::inferred);
}

TEST(Sigkill, AMachineWideCounterIsNeverSure) {
  auto fate = killed();
  fate.observed.memory_cgroup = false;
  fate.observed.oom_counter = true;
  fate.oom_kills.push_back({0, "/proc/vmstat oom_kill 4 -> 5", false, Moment{900}});
  EXPECT_EQ(examine(fate).claims.cause.certainty, Certainty::inferred);
}

TEST(Sigkill, AnOomKillOfSomebodyElseDoesNotHideTheShot) {
  auto fate = killed();
  add_process(fate, 3, first, killed_by(SIGKILL));
  fate.oom_kills.push_back({3, "oom_kill 0 -> 1", false, Moment{200}});
  fate.kill_calls.push_back(kill_call(first, first, SIGKILL));
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::self);
}

TEST(Sigkill, AKillCallToItselfIsSuicide) {
  auto fate = killed();
  fate.kill_calls.push_back(kill_call(first, first, SIGKILL));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::self);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
  EXPECT_EQ(claims.agent.process, first);
  EXPECT_EQ(claims.cause.value, Cause::sig_kill);
}

TEST(Sigkill, AThreadThatShootsIsTheProcessItself) {
  auto fate = killed();
  fate.kill_calls.push_back({"tkill", first, 77, SIGKILL, Moment{300}});
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::self);
}

TEST(Sigkill, AChildThatKillsItsParentIsAChild) {
  auto fate = killed();
  add_process(fate, 3, first, Exited{0});
  fate.kill_calls.push_back(kill_call(3, first, SIGKILL));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::child);
  EXPECT_EQ(claims.agent.process, 3);
  EXPECT_EQ(claims.victim.value, Victim::self);
}

TEST(Sigkill, AGrandchildIsAChildWhileTheOneInBetweenLives) {
  auto fate = killed();
  add_process(fate, 3, first, Exited{0}, Moment{500});
  add_process(fate, 4, 3, Exited{0});
  fate.kill_calls.push_back(kill_call(4, first, SIGKILL, Moment{300}));
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::child);
}

TEST(Sigkill, AGrandchildThatWasOrphanedBeforehandIsAStranger) {
  auto fate = killed();
  add_process(fate, 3, first, Exited{0}, Moment{200});
  add_process(fate, 4, 3, Exited{0});
  fate.kill_calls.push_back(kill_call(4, first, SIGKILL, Moment{300}));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::stranger);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
  EXPECT_EQ(claims.agent.process, 4);
}

TEST(Sigkill, ACallWithAnotherSignalOrAnotherTargetIsNoShot) {
  auto fate = killed();
  add_process(fate, 3, first, Exited{0});
  fate.kill_calls = {kill_call(3, first, SIGTERM), kill_call(3, 3, SIGKILL),
                     kill_call(3, first, 0)};
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::stranger);
  EXPECT_EQ(claims.agent.certainty, Certainty::inferred);
}

TEST(Sigkill, ACallAfterTheDeathIsNoShot) {
  auto fate = killed();
  add_process(fate, 3, first, Exited{0});
  fate.kill_calls.push_back(kill_call(3, first, SIGKILL, Moment{2000}));
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::stranger);
}

TEST(Sigkill, AGroupKillIsABroadcastAndInferred) {
  for (int const target : {0, -1, -first}) {
    auto fate = killed();
    add_process(fate, 3, first, killed_by(SIGKILL));
    fate.kill_calls.push_back(kill_call(3, target, SIGKILL));
    auto const claims = examine(fate).claims;
    EXPECT_EQ(claims.agent.value, Agent::child) << target;
    EXPECT_EQ(claims.cause.value, Cause::sig_broadcast) << target;
    EXPECT_EQ(claims.cause.certainty, Certainty::inferred) << target;
    EXPECT_EQ(claims.blast.value, Blast::group) << target;
  }
}

TEST(Sigkill, KillMinusOneSparesItsCaller) {
  auto fate = killed();
  fate.kill_calls.push_back(kill_call(first, -1, SIGKILL));
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::stranger);
}

TEST(Sigkill, AnAimedCallOutweighsABroadcast) {
  auto fate = killed();
  add_process(fate, 3, first, Exited{0});
  fate.kill_calls = {kill_call(first, first, SIGKILL), kill_call(3, -1, SIGKILL)};
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::self);
}

TEST(Sigkill, CpuTimeAtTheHardLimitIsTheLimit) {
  auto fate = killed();
  fate.resource_limits.push_back({"RLIMIT_CPU", 1, 1});
  fate.processes[0].cpu = std::chrono::milliseconds(990);
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::res_cpu);
  fate.processes[0].cpu = std::chrono::milliseconds(900);
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::res_cpu);
  fate.processes[0].cpu = std::chrono::milliseconds(400);
  EXPECT_NE(examine(fate).claims.cause.value, Cause::res_cpu);
}

TEST(Sigkill, AChildThatDiesWithItsParentWasTiedToIt) {
  auto fate = lone(Exited{137});
  fate.processes[0].ended = Moment{400};
  add_process(fate, 3, first, killed_by(SIGKILL), Moment{500});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.victim.value, Victim::child);
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.cause.value, Cause::sig_lifetime);
}

TEST(Sigkill, AChildThatAskedForItMayDieLateOnABusyMachine) {
  using namespace std::chrono_literals;
  for (auto const apart : {-300ms, 300ms}) {
    auto fate = lone(Exited{137});
    fate.processes[0].ended = Moment{400ms};
    add_process(fate, 3, first, killed_by(SIGKILL), Moment{400ms + apart});
    EXPECT_EQ(examine(fate).claims.cause.value, Cause::sig_kill);
    fate.armed.push_back({"prctl", 3, SIGKILL, Moment{100}});
    EXPECT_EQ(examine(fate).claims.cause.value, Cause::sig_lifetime);
  }
}

TEST(Sigkill, AStrangerIsNamedOnlyWhereEverythingElseWasWatched) {
  EXPECT_EQ(examine(killed()).claims.agent.value, Agent::stranger);
  auto blind = killed();
  blind.observed.kill_calls = false;
  EXPECT_EQ(examine(blind).claims.agent.value, std::nullopt);
  blind = killed();
  blind.observed.memory_cgroup = false;
  EXPECT_EQ(examine(blind).claims.agent.value, std::nullopt);
  EXPECT_EQ(examine(blind).claims.agent.certainty, Certainty::unknown);
}

} // namespace
} // namespace whodunit::testing
