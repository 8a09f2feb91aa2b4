// SPDX-License-Identifier: MIT
// What a contained run may try, and that nothing of it is left: no process, no file, no cgroup.
#include "with_warden.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <set>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace fs = std::filesystem;
namespace {

// Ids of all processes whose command line holds the word. The warden's own are not among them.
std::set<int> processes_with(std::string const& word) {
  std::set<int> found;
  for (auto const& entry : fs::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "cmdline");
    std::string line((std::istreambuf_iterator<char>(file)), {});
    if (line.find(word) != std::string::npos)
      found.insert(std::atoi(entry.path().filename().c_str()));
  }
  return found;
}

class Contained : public test::WithWarden {
protected:
  void SetUp() override {
    WithWarden::SetUp();
    auto const means = warden_->means();
    ASSERT_TRUE(means);
    if (means->pid_namespace)
      return;
    if (std::getenv("CI") != nullptr && ::geteuid() == 0)
      FAIL() << "root in CI has to have namespaces: " << means->namespaces_why;
    GTEST_SKIP() << "no namespaces here: " << means->namespaces_why;
  }
};

TEST_F(Contained, ADaemonThatIgnoresEverythingIsGone) {
  auto const fate = fate_of(
      test::shell("(trap '' HUP TERM INT; setsid sleep 98765 >/dev/null 2>&1 & ) & exit 5"));
  EXPECT_EQ(fate.ending, Ending(Exited{5}));
  EXPECT_EQ(processes_with("98765"), std::set<int>{});
}

TEST_F(Contained, KillingEverybodyReachesNobodyElse) {
  auto const fate = fate_of(test::shell("kill -9 -1; kill -9 1; exit 6"));
  EXPECT_EQ(fate.ending, Ending(Exited{6}));
  EXPECT_EQ(fate_of(test::shell("exit 7")).ending, Ending(Exited{7})) << "the warden lives";
}

TEST_F(Contained, ItsFilesAreNobodysButItsOwn) {
  auto const name = "whodunit-stray-" + std::to_string(::getpid());
  auto const fate = fate_of(test::shell("echo x >/tmp/" + name + " && echo x >" + name +
                                        " && cat /tmp/" + name + "; echo x >/var/tmp/" + name));
  EXPECT_EQ(fate.out.kept, "x\n");
  EXPECT_NE(fate.ending, Ending(Exited{0})) << "the rest of the file system is read-only";
  EXPECT_FALSE(fs::exists("/tmp/" + name));
  EXPECT_FALSE(fs::exists("/var/tmp/" + name));
  EXPECT_EQ(fate_of(test::shell("ls /tmp")).out.kept, "") << "and gone with its run";
}

TEST_F(Contained, ItSeesItsOwnProcessesOnly) {
  auto const fate = fate_of(test::shell("ls -d /proc/[0-9]* | wc -l"));
  EXPECT_LE(std::stoi(fate.out.kept), 5);
}

TEST_F(Contained, ItsNetworkIsItsOwnLoopback) {
  auto const devices = fate_of(test::shell("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"));
  EXPECT_EQ(devices.out.kept, "lo\n");
  auto const outside = fate_of(test::shell("bash -c ': </dev/tcp/192.0.2.1/9'"));
  EXPECT_NE(outside.err.kept.find("Network is unreachable"), std::string::npos) << outside.err.kept;
}

TEST_F(Contained, TheKernelsSettingsAreOutOfReach) {
  auto const fate =
      fate_of(test::shell("echo x >/proc/sys/kernel/core_pattern; mount -t tmpfs t /mnt"));
  EXPECT_NE(fate.ending, Ending(Exited{0}));
  std::ifstream file("/proc/sys/kernel/core_pattern");
  std::string pattern;
  std::getline(file, pattern);
  EXPECT_NE(pattern, "x");
}

TEST_F(Contained, ThereIsNoNetworkButLoopback) {
  EXPECT_EQ(fate_of(test::shell("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '")).out.kept,
            "lo\n");
}

TEST_F(Contained, AForkBombIsHeldByItsLimit) {
  auto launch = test::shell("f() { f | f & }; f; exec sleep 1000");
  launch.limits.wall = std::chrono::milliseconds(500);
  auto const fate = fate_of(launch);
  EXPECT_TRUE(std::holds_alternative<Alive>(fate.ending)) << to_string(fate.ending);
  EXPECT_EQ(fate_of(test::shell("exit 8")).ending, Ending(Exited{8}));
}

TEST_F(Contained, ItsOutputMayFlood) {
  auto launch = test::shell("yes & yes >&2 & exec yes");
  launch.limits.wall = std::chrono::milliseconds(1000);
  auto const fate = fate_of(launch);
  EXPECT_EQ(fate.out.kept.size(), launch.limits.output->count);
  EXPECT_GT(fate.out.total, fate.out.kept.size());
}

TEST_F(Contained, ItGetsNoDescriptorThatItWasNotGiven) {
  auto const fate = fate_of(test::shell("ls /proc/self/fd | wc -l"));
  EXPECT_EQ(std::stoi(fate.out.kept), 4) << "0, 1, 2 and the folder that ls reads";
}

// The checker, killed in the middle of a run.
TEST_F(Contained, NothingOutlivesACheckerThatWasKilled) {
  auto const word = "9" + std::to_string(100'000 + ::getpid());
  int const checker = ::fork();
  if (checker == 0) {
    auto warden = Warden::start(test::built("lib/whodunit/whodunit-warden"));
    auto launch = test::shell("setsid sleep " + word + " & exec sleep " + word);
    launch.limits.wall.reset();
    static_cast<void>(warden->run(launch));
    ::_exit(0);
  }
  while (processes_with(word).size() < 2) {
  }
  auto const running = processes_with(word);
  ::kill(checker, SIGKILL);
  ::waitpid(checker, nullptr, 0);
  for (int const pid : running) {
    pollfd wait{static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)), POLLIN, 0};
    if (pid == checker || wait.fd < 0)
      continue;
    EXPECT_EQ(::poll(&wait, 1, 5'000), 1) << pid << " is still there";
    ::close(wait.fd);
  }
}

} // namespace
} // namespace whodunit
