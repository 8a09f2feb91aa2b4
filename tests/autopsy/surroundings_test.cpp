// SPDX-License-Identifier: MIT
// Real programs whose end is the doing of what surrounds them: a full disk, a PID namespace, a
// cgroup, a sibling whose status is mistaken.
#include "../warden/with_warden.hpp"
#include "autopsy/claim.hpp"

#include <algorithm>
#include <csignal>
#include <gtest/gtest.h>

namespace whodunit {
namespace {

Launch subject(std::string const& name, std::vector<std::string> const& arguments = {}) {
  Launch launch;
  launch.arguments = {name};
  launch.arguments.insert(launch.arguments.end(), arguments.begin(), arguments.end());
  launch.executable = test::built("tests/subjects/") + name;
  launch.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C"};
  launch.limits = {std::chrono::seconds(10), Bytes{64U << 20U}, Bytes{1U << 20U}, 64};
  return launch;
}

class Surroundings : public test::WithWarden {
protected:
  Autopsy autopsy_of(Launch const& launch) { return examine(fate_of(launch)); }

  void SetUp() override {
    WithWarden::SetUp();
    auto means = warden_->means();
    ASSERT_TRUE(means);
    means_ = *means;
  }

  Means means_;
};

class FullDisk : public Surroundings {
protected:
  void SetUp() override {
    Surroundings::SetUp();
    if (!means_.mount_namespace)
      GTEST_SKIP() << "no scratch directory here: " << means_.namespaces_why;
  }

  static Launch cramped(std::string const& status) {
    auto launch = subject("unchecked_files", {status});
    launch.limits.disk = Bytes{64U << 10U};
    return launch;
  }
};

void expect_lost_output(Claims const& claims) {
  EXPECT_EQ(claims.victim.value, Victim::output);
  EXPECT_EQ(claims.agent.value, Agent::self);
  EXPECT_EQ(claims.cause.value, Cause::code_swallowed);
  EXPECT_EQ(claims.report.value, Report::masked);
  EXPECT_EQ(claims.blast.value, Blast::data);
  EXPECT_EQ(claims.cause.certainty, Certainty::inferred);
}

TEST_F(FullDisk, IsToldAndItsSuccessIsNotBelieved) {
  auto const autopsy = autopsy_of(cramped("0"));
  ASSERT_EQ(autopsy.fate.limits.size(), 1U);
  EXPECT_EQ(autopsy.fate.limits[0].name, "disk");
  EXPECT_EQ(autopsy.fate.limits[0].value, "64KiB");
  expect_lost_output(autopsy.claims);
}

TEST_F(FullDisk, OfInodesIsFullToo) {
  auto launch = subject("unchecked_files");
  launch.limits.inodes = 32;
  auto const autopsy = autopsy_of(launch);
  ASSERT_EQ(autopsy.fate.limits.size(), 1U);
  EXPECT_EQ(autopsy.fate.limits[0].name, "inodes");
  EXPECT_EQ(autopsy.fate.limits[0].value, "32");
  expect_lost_output(autopsy.claims);
}

TEST_F(FullDisk, IsTheCauseOfAFailure) {
  auto const claims = autopsy_of(cramped("3")).claims;
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.cause.value, Cause::res_disk);
  EXPECT_EQ(claims.cause.certainty, Certainty::inferred);
}

TEST_F(FullDisk, IsSeenWithoutTracingToo) {
  auto launch = cramped("0");
  launch.watch = Watch::wait_only;
  expect_lost_output(autopsy_of(launch).claims);
}

TEST_F(FullDisk, IsNoneWhereThereIsRoom) {
  auto const autopsy = autopsy_of(subject("unchecked_files"));
  EXPECT_TRUE(autopsy.fate.limits.empty());
  EXPECT_EQ(autopsy.claims.cause.value, Cause::none);
}

TEST_F(FullDisk, OfACommandInAScriptIsHiddenByTheShell) {
  auto launch = test::shell("head -c 100000 /dev/zero >big; exit 0");
  launch.limits.disk = Bytes{64U << 10U};
  auto const claims = autopsy_of(launch).claims;
  EXPECT_EQ(claims.agent.value, Agent::wrapper);
  EXPECT_EQ(claims.cause.value, Cause::sh_status_rule);
  EXPECT_EQ(claims.report.value, Report::masked);
}

TEST_F(Surroundings, AWriteThatFailedAmongTheLastCallsIsALostOne) {
  auto launch = subject("unchecked_device");
  launch.system_calls = 40;
  expect_lost_output(autopsy_of(launch).claims);
  launch.arguments.emplace_back("again");
  EXPECT_EQ(autopsy_of(launch).claims.cause.value, Cause::none) << "it was brought off";
}

TEST_F(Surroundings, TheInitOfANamespaceTakesTheOthersWithIt) {
  if (!means_.own_namespaces_why.empty())
    GTEST_SKIP() << "no namespaces to grant: " << means_.own_namespaces_why;
  auto launch = subject("namespace_left");
  launch.grant_namespaces = true;
  auto const autopsy = autopsy_of(launch);
  auto const& [fate, claims, backtraces] = autopsy;
  ASSERT_EQ(fate.ending, Ending(Exited{137}));
  ASSERT_EQ(fate.processes.size(), 3U);
  EXPECT_EQ(fate.processes[0].init, 0);
  EXPECT_EQ(fate.processes[1].init, fate.processes[1].pid);
  EXPECT_EQ(fate.processes[2].init, fate.processes[1].pid);
  EXPECT_EQ(claims.victim.value, Victim::child);
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.cause.value, Cause::sig_lifetime);
  EXPECT_EQ(claims.cause.certainty, Certainty::inferred);
  EXPECT_EQ(claims.report.value, Report::remapped);
  EXPECT_EQ(claims.blast.value, Blast::namespace_);
}

TEST_F(Surroundings, WhoeverWritesToCgroupKillIsSeen) {
  if (!means_.own_cgroups_why.empty())
    GTEST_SKIP() << "no cgroups to grant: " << means_.own_cgroups_why;
  auto launch = subject("cgroup_sweep");
  launch.grant_cgroups = true;
  auto const autopsy = autopsy_of(launch);
  auto const& [fate, claims, backtraces] = autopsy;
  if (fate.ending == Ending(Exited{3}))
    GTEST_SKIP() << "this kernel has no cgroup.kill";
  ASSERT_EQ(fate.ending, Ending(Exited{137}));
  ASSERT_EQ(fate.group_kills.size(), 1U);
  EXPECT_EQ(fate.group_kills[0].caller, fate.first);
  EXPECT_EQ(fate.group_kills[0].members, std::vector{fate.processes[1].pid});
  EXPECT_TRUE(fate.group_kills[0].group.ends_with("/slot")) << fate.group_kills[0].group;
  EXPECT_EQ(claims.agent.value, Agent::parent);
  EXPECT_EQ(claims.cause.value, Cause::sig_cgroup_kill);
  EXPECT_EQ(claims.cause.certainty, Certainty::inferred);
  EXPECT_EQ(claims.blast.value, Blast::cgroup);
}

TEST_F(Surroundings, WhoHadTwoChildrenMayHaveMistakenThem) {
  auto const both = autopsy_of(subject("unread_statuses"));
  ASSERT_EQ(both.fate.ending, Ending(Exited{0}));
  EXPECT_EQ(both.claims.report.value, std::nullopt);
  EXPECT_EQ(both.claims.cause.value, std::nullopt);
  auto const only = autopsy_of(subject("unread_statuses", {"one"}));
  EXPECT_EQ(only.claims.report.value, Report::masked);
}

} // namespace
} // namespace whodunit
