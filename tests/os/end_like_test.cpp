// SPDX-License-Identifier: MIT
#include "os/end_like.hpp"

#include "os/fd.hpp"

#include <csignal>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

// What wait(2) says of a process that ended like that.
int status_of(Ending const& ending) {
  int const pid = ::fork();
  if (pid == 0) {
    rlimit const unlimited{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_CORE, &unlimited);
    end_like(ending);
  }
  int status = -1;
  ::waitpid(pid, &status, 0);
  return status;
}

Killed by(int number, bool core = false) {
  return {*Signal::from_number(number), core};
}

TEST(EndLike, AnExitCodeIsAnExitCode) {
  EXPECT_EQ(status_of(Exited{0}), 0);
  EXPECT_EQ(status_of(Exited{137}), 137 << 8);
}

TEST(EndLike, ASignalIsThatSignal) {
  for (int const number : {SIGHUP, SIGKILL, SIGSEGV, SIGPIPE, SIGTERM, 34, 64})
    EXPECT_EQ(status_of(by(number)), number);
}

TEST(EndLike, WithoutACoreThereIsNoneEvenIfTheLimitAllowsIt) {
  EXPECT_EQ(status_of(by(SIGFPE)), SIGFPE);
}

TEST(EndLike, ACoreIsMirroredAndLeavesNoFile) {
  if (!can_mirror_core())
    GTEST_SKIP() << "no file core_pattern or no private mount here, so the flag cannot be mirrored";
  auto const folder =
      std::filesystem::temp_directory_path() / ("whodunit-end-like-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  auto const before = std::filesystem::current_path();
  std::filesystem::current_path(folder);
  EXPECT_EQ(status_of(by(SIGFPE, true)), SIGFPE | 0x80);
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  std::filesystem::current_path(before);
  std::filesystem::remove_all(folder);
}

} // namespace
} // namespace whodunit
