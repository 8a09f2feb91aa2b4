// SPDX-License-Identifier: MIT
#include "os/proc.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

// A child of ours that waits until it is let go.
class Waiting {
public:
  explicit Waiting(char const* name) {
    if (::pipe(ends_) != 0)
      std::abort();
    pid_ = ::fork();
    if (pid_ == 0) {
      ::prctl(PR_SET_NAME, name);
      ::close(ends_[1]);
      static_cast<void>(::write(STDERR_FILENO, "", 0));
      char byte = 0;
      static_cast<void>(::read(ends_[0], &byte, 1));
      ::_exit(0);
    }
    ::close(ends_[0]);
    while (proc::name(pid_) != name || proc::stat(pid_)->state != 'S')
      ::usleep(0); // yields until it is where it has to be
  }
  Waiting(Waiting const&) = delete;
  Waiting& operator=(Waiting const&) = delete;
  ~Waiting() {
    ::close(ends_[1]);
    ::waitpid(pid_, nullptr, 0);
  }
  int pid() const { return pid_; }

private:
  int ends_[2] = {-1, -1};
  int pid_ = -1;
};

TEST(Proc, AHostileNameIsReadWhole) {
  Waiting const child("a) R 1 (b");
  EXPECT_EQ(proc::name(child.pid()), "a) R 1 (b");
  auto const stat = proc::stat(child.pid());
  ASSERT_TRUE(stat);
  EXPECT_EQ(stat->state, 'S');
  EXPECT_EQ(stat->parent, ::getpid());
}

TEST(Proc, WhatABlockedProcessWaitsForIsNamed) {
  Waiting const child("reader");
  if (::geteuid() != 0)
    GTEST_SKIP() << "/proc/PID/syscall needs the right to trace";
  EXPECT_TRUE(proc::doing(child.pid()).starts_with("read on descriptor"))
      << proc::doing(child.pid());
}

TEST(Proc, ChildrenAreListed) {
  Waiting const child("child");
  auto const children = proc::children(::getpid());
  if (!children)
    GTEST_SKIP() << "this kernel keeps no list of children (CONFIG_PROC_CHILDREN)";
  EXPECT_NE(std::ranges::find(*children, child.pid()), children->end());
}

TEST(Proc, AProcessThatIsGoneIsNoError) {
  constexpr int nobody = 0x7fffffff;
  EXPECT_FALSE(proc::stat(nobody));
  EXPECT_EQ(proc::name(nobody), "");
  EXPECT_EQ(proc::doing(nobody), "");
}

} // namespace
} // namespace whodunit
