// SPDX-License-Identifier: MIT
// What a case may ask of its containment, in each tier: it is given, it holds, and nothing of it is
// left; or it is refused with the reason.
#include "tier.hpp"

#include <filesystem>
#include <fstream>

namespace whodunit {
namespace {

using test::Tier;
namespace fs = std::filesystem;

Launch script(std::string text) {
  auto launch = test::attack("gone");
  launch.arguments = {"sh", "-c", std::move(text)};
  launch.executable = "/bin/sh";
  return launch;
}

class Wishes : public test::InTier, public ::testing::WithParamInterface<Tier> {
protected:
  // False where the test is over.
  bool stands() {
    enter(GetParam());
    return !IsSkipped() && !HasFatalFailure();
  }
  // What is refused here is refused with a reason that Means tells too.
  bool refused(Launch const& launch, std::string const& why) {
    if (why.empty())
      return false;
    auto const fate = warden_->run(launch);
    EXPECT_FALSE(fate);
    EXPECT_EQ(fate ? "" : to_string(fate.error()), why);
    return true;
  }
};

TEST_P(Wishes, ASmallDiskIsFull) {
  if (!stands())
    return;
  auto launch = script("head -c 1000000 /dev/zero >file; stat -c %s file; pwd");
  launch.limits.disk = Bytes{256U << 10U};
  EXPECT_EQ(held(launch).fate.out.kept, "262144\n/tmp\n");
}

TEST_P(Wishes, InodesRunOut) {
  if (!stands())
    return;
  auto launch = script("for i in $(seq 100); do touch $i || break; done; ls | wc -l");
  launch.limits.inodes = 32;
  EXPECT_EQ(held(launch).fate.out.kept, "31\n") << "the folder itself is one";
}

TEST_P(Wishes, WhatIsKeptOfTmpTakesNoInodes) {
  if (!stands())
    return;
  auto const program = fs::current_path() / "program";
  fs::create_directory(fs::current_path() / "program.d");
  std::ofstream(fs::current_path() / "program.d/words") << "beside\n";
  std::ofstream(program)
      << "#!/bin/sh\ncat \"$0.d/words\"\n"
         "for i in $(seq 100); do touch $i || break; done; ls /tmp/[0-9]* | wc -l\n";
  fs::permissions(program, fs::perms(0755));
  auto launch = script("");
  launch.arguments = {program};
  launch.executable = program;
  launch.limits.inodes = 32;
  EXPECT_EQ(held(launch).fate.out.kept, "beside\n31\n");
}

TEST_P(Wishes, AShareOfTheProcessorHolds) {
  if (!stands())
    return;
  auto launch = script("while :; do :; done");
  launch.limits.wall = std::chrono::seconds(1);
  launch.limits.cpu_share = 10;
  if (refused(launch, means_.cpu_share_why))
    return;
  EXPECT_LT(held(launch).fate.usage.cpu, std::chrono::milliseconds(300));
}

TEST_P(Wishes, NamespacesAreRefusedUnlessGranted) {
  if (!stands())
    return;
  auto launch = script("unshare --user --map-root-user true");
  EXPECT_EQ(held(launch).fate.ending, Ending(Exited{1}));
}

TEST_P(Wishes, GrantedNamespacesWorkAndEndWithTheRun) {
  if (!stands())
    return;
  auto launch = script(
      "unshare --user --map-root-user --pid --fork --mount sh -c '"
      "kill -KILL $$; echo survived as $$; mount --bind /tmp /mnt && touch /tmp/x && ls /mnt; "
      "setsid sleep 1000 >/dev/null 2>&1 & exit 3'; s=$?; [ -e /mnt/x ] && echo leaked; exit $s");
  launch.grant_namespaces = true;
  if (refused(launch, means_.own_namespaces_why))
    return;
  auto const fate = held(launch).fate;
  EXPECT_EQ(fate.out.kept, "survived as 1\nx\n") << fate.err.kept;
  EXPECT_EQ(fate.ending, Ending(Exited{3}));
}

// The root of a user namespace is nobody outside of it.
TEST_P(Wishes, GrantedNamespacesWidenNothing) {
  if (!stands())
    return;
  auto launch =
      script("unshare --user --map-root-user --cgroup true && echo a cgroup namespace\n"
             "unshare --user --map-root-user --mount --pid --fork sh -c '"
             "mount -t cgroup2 none /mnt && echo cgroup2\n"
             "mount -t cgroup -o memory none /mnt && echo cgroup\n"
             "mount -t proc proc /mnt && echo proc\n"
             "mount -o remount,rw / && echo root\n"
             "mount -o remount,rw /proc/sys && echo sys; umount /proc/sys && echo bare sys\n"
             "mount -o remount,size=1g /tmp && echo tmp\n"
             "touch /var/tmp/whodunit-stray && echo a file; kill -9 -1'");
  launch.grant_namespaces = true;
  if (refused(launch, means_.own_namespaces_why))
    return;
  EXPECT_EQ(held(launch).fate.out.kept, "");
}

// Memory that no process has mapped, where no cgroup counts it.
TEST_P(Wishes, GrantedNamespacesTakeNoUncountedMemory) {
  if (!stands())
    return;
  auto launch =
      script("exec unshare --user --map-root-user --mount sh -c '"
             "mount -t tmpfs none /mnt && head -c 200M /dev/zero >/mnt/file && echo full'");
  launch.grant_namespaces = true;
  if (refused(launch, means_.own_namespaces_why))
    return;
  auto const fate = held(launch).fate;
  EXPECT_EQ(fate.out.kept, "");
  EXPECT_NE(fate.oom_kills.empty(), fate.observed.memory_cgroup) << fate.err.kept;
}

TEST_P(Wishes, AGrantedCgroupIsTheRunsOwn) {
  if (!stands())
    return;
  auto launch = script(
      "cd $WHODUNIT_CGROUP && mkdir -p workers/inner && "
      "(echo 0 >workers/inner/cgroup.procs; exec sleep 1000) & worker=$!\n"
      "until grep -qx $worker $WHODUNIT_CGROUP/workers/inner/cgroup.procs; do :; done\n"
      "echo 1 >$WHODUNIT_CGROUP/workers/cgroup.kill; wait $worker; status=$?\n"
      "mkdir $WHODUNIT_CGROUP/../mine && echo outside\n"
      "(echo 0 >$WHODUNIT_CGROUP/workers/cgroup.procs; setsid sleep 1000) >/dev/null 2>&1 &\n"
      "exit $status");
  launch.grant_cgroups = true;
  if (refused(launch, means_.own_cgroups_why))
    return;
  auto const fate = held(launch).fate;
  EXPECT_EQ(fate.ending, Ending(Exited{137})) << fate.err.kept;
  EXPECT_EQ(fate.out.kept, "");
}

INSTANTIATE_TEST_SUITE_P(In, Wishes, ::testing::Values(Tier::root, Tier::user),
                         [](auto const& row) { return to_string(row.param); });

using Bare = Wishes;

TEST_P(Bare, WhatNeedsNamespacesIsRefusedWithItsReason) {
  if (!stands())
    return;
  auto small = script("exit 0");
  small.limits.disk = Bytes{256U << 10U};
  EXPECT_FALSE(warden_->run(small));
  auto granted = script("exit 0");
  granted.grant_namespaces = true;
  EXPECT_NE(means_.own_namespaces_why, "");
  refused(granted, means_.own_namespaces_why);
}

INSTANTIATE_TEST_SUITE_P(WithoutNamespaces, Bare, ::testing::Values(Tier::bare),
                         [](auto const& row) { return to_string(row.param); });

} // namespace
} // namespace whodunit
