// SPDX-License-Identifier: MIT
// The program itself, killed while it looks on: by itself, and together with its warden.
#include "built.hpp"
#include "os/fd.hpp"
#include "tier.hpp"

#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

using test::Tier;

class KilledChecker : public test::InTier, public ::testing::WithParamInterface<Tier> {
protected:
  void SetUp() override {
    enter(GetParam());
    warden_.reset(); // the program has its own
  }
  void TearDown() override { stop(checker_); }

  // `whodunit autopsy` of a tree that never ends, once that tree says it is there.
  void start(std::string const& program) {
    auto output = make_pipe();
    ASSERT_TRUE(output);
    auto const launcher = in_tier("bin/whodunit");
    auto const target = test::built("tests/hostile/") + program;
    auto mark = test::marker();
    checker_ = ::fork();
    if (checker_ == 0) {
      ::dup2(output->writer.get(), STDOUT_FILENO);
      ::dup2(output->writer.get(), STDERR_FILENO);
      ::putenv(mark.data());
      ::execl(launcher.c_str(), "whodunit", "autopsy", "--contain", "--timeout", "30s", "--memory",
              "64MiB", "--", target.c_str(), nullptr);
      ::_exit(127);
    }
    output->writer.close();
    pollfd ready{output->reader.get(), POLLIN, 0};
    ASSERT_EQ(::poll(&ready, 1, 10'000), 1);
    char byte = 0;
    ASSERT_EQ(::read(output->reader.get(), &byte, 1), 1) << "the tree did not come to be";
    ASSERT_EQ(byte, 'r');
  }

  // SIGKILL, to whoever is still there, and its burial.
  static void stop(int& pid) {
    if (pid > 0) {
      ::kill(pid, SIGKILL);
      ::waitpid(pid, nullptr, 0);
    }
    pid = 0;
  }

  // Whoever is left becomes our child, and is buried at its end. False if it takes too long.
  static bool leaves(int pid, std::chrono::milliseconds patience) {
    auto const pidfd = open_pidfd(pid);
    pollfd wait{pidfd ? pidfd->get() : -1, POLLIN, 0};
    if (pidfd && ::poll(&wait, 1, static_cast<int>(patience.count())) != 1)
      return false;
    ::waitpid(pid, nullptr, 0);
    return true;
  }

  int checker_ = 0;
};

std::string named(::testing::TestParamInfo<Tier> const& row) {
  return to_string(row.param);
}

INSTANTIATE_TEST_SUITE_P(In, KilledChecker, ::testing::Values(Tier::root, Tier::user, Tier::bare),
                         named);

TEST_P(KilledChecker, TakesEverythingAlongWithinASecond) {
  auto const before = census();
  start("ready_daemon");
  auto const warden = test::warden_below(checker_);
  ASSERT_TRUE(warden);
  stop(checker_);
  EXPECT_TRUE(leaves(*warden, std::chrono::seconds(1)));
  EXPECT_EQ(before.changes_to(census()), "");
}

TEST_P(KilledChecker, WhoseWardenIsKilledTooLeavesWhatTheNextStartSweeps) {
  auto const before = census();
  start("ready_daemon");
  auto warden = test::warden_below(checker_);
  ASSERT_TRUE(warden);
  auto const run = test::descendants(*warden);
  ::kill(*warden, SIGKILL);
  stop(checker_);
  EXPECT_TRUE(leaves(*warden, std::chrono::seconds(1)));
  for (auto pid = run.rbegin(); pid != run.rend(); ++pid) // an init ends after all others
    EXPECT_TRUE(leaves(*pid, std::chrono::seconds(1))) << *pid;
  {
    auto const next = Warden::start(in_tier("lib/whodunit/whodunit-warden"));
    ASSERT_TRUE(next) << to_string(next.error());
  }
  EXPECT_EQ(before.changes_to(census()), "");
}

} // namespace
} // namespace whodunit
