// SPDX-License-Identifier: MIT
// Deaths that come to all of a PID namespace or of a cgroup.
#include "made_fate.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

constexpr int init = 3;
constexpr int guest = 4;

// An init that ended as told, and took a guest with it.
Fate emptied_namespace(Ending end_of_init) {
  auto fate = lone(Exited{137});
  add_process(fate, init, first, std::move(end_of_init), Moment{520});
  add_process(fate, guest, first, killed_by(SIGKILL), Moment{510});
  fate.processes[1].init = init;
  fate.processes[1].leaving = Moment{500};
  fate.processes[2].init = init;
  return fate;
}

TEST(Collective, AnInitThatLeavesEndsItsNamespace) {
  auto const claims = examine(emptied_namespace(Exited{0})).claims;
  EXPECT_EQ(claims.victim.process, guest);
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.cause.value, Cause::sig_lifetime);
  EXPECT_EQ(claims.blast.value, Blast::namespace_);
}

TEST(Collective, AnInitThatIsThereStillEndsNobody) {
  auto fate = emptied_namespace(Exited{0});
  fate.processes[1].leaving = fate.processes[1].ended = Moment{900'000'000};
  fate.processes[0].ended = Moment{900'000'000};
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::sig_kill);
}

TEST(Collective, TheInitOfANamespaceAroundEndsThatToo) {
  auto fate = emptied_namespace(Exited{0});
  add_process(fate, 5, guest, killed_by(SIGKILL), Moment{505}); // the init of one inside
  fate.processes.back().init = 5;
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.victim.process, 5);
  EXPECT_EQ(claims.cause.value, Cause::sig_lifetime);
}

TEST(Collective, AnInitThatWasKilledIsTheVictimOfItsNamespace) {
  auto fate = emptied_namespace(killed_by(SIGKILL));
  fate.kill_calls.push_back(kill_call(first, init, SIGKILL));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.victim.process, init);
  EXPECT_EQ(claims.agent.value, Agent::parent);
  EXPECT_EQ(claims.cause.value, Cause::sig_kill);
}

TEST(Collective, ANamespaceThatItsMakerDismissedHasNotFailed) {
  auto fate = emptied_namespace(killed_by(SIGKILL));
  fate.ending = fate.processes[0].ending = Exited{1};
  fate.kill_calls.push_back(kill_call(first, init, SIGKILL));
  EXPECT_EQ(examine(fate).claims.victim.value, Victim::self);
}

Fate swept_cgroup(std::vector<int> members, Moment when) {
  auto fate = lone(Exited{137});
  add_process(fate, 3, first, killed_by(SIGKILL));
  fate.processes[0].ended = Moment{900'000'000}; // not by its parent's end
  fate.group_kills.push_back({first, "/sys/fs/cgroup/slot", std::move(members), when});
  return fate;
}

TEST(Collective, WhoWasInASweptCgroupDiedOfThat) {
  auto const claims = examine(swept_cgroup({3}, Moment{400})).claims;
  EXPECT_EQ(claims.agent.value, Agent::parent);
  EXPECT_EQ(claims.agent.process, first);
  EXPECT_EQ(claims.cause.value, Cause::sig_cgroup_kill);
  EXPECT_EQ(claims.blast.value, Blast::cgroup);
}

TEST(Collective, ASweepOfOthersOrAfterwardsExplainsNothing) {
  EXPECT_EQ(examine(swept_cgroup({7}, Moment{400})).claims.cause.value, Cause::sig_kill);
  EXPECT_EQ(examine(swept_cgroup({3}, Moment{600})).claims.cause.value, Cause::sig_kill);
}

TEST(Collective, ASupervisorThatSweepsOnPurposeHasNoFailureToReport) {
  auto fate = swept_cgroup({3}, Moment{400});
  fate.ending = fate.processes[0].ending = Exited{1};
  EXPECT_EQ(examine(fate).claims.victim.value, Victim::self);
}

} // namespace
} // namespace whodunit::testing
