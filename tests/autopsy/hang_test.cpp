// SPDX-License-Identifier: MIT
// What threads that wait for each other come to.
#include "autopsy/hang.hpp"

#include "made_fate.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

constexpr int other = first + 1;

ThreadRecord sleeper(int thread, ThreadWait wait, int waits_for) {
  ThreadRecord record;
  record.process = first;
  record.thread = thread;
  record.state = LifeState::sleeping;
  record.doing = "futex";
  record.futex = 0x1000U + static_cast<unsigned>(thread); // each has its own
  record.endless = true;
  record.wait = wait;
  record.waits_for = waits_for;
  return record;
}

Fate asleep(std::vector<ThreadRecord> threads) {
  auto fate = lone(Alive{LifeState::sleeping, {}, "futex"});
  fate.threads = std::move(threads);
  return fate;
}

std::optional<Cause> cause_of(std::vector<ThreadRecord> threads) {
  return examine(asleep(std::move(threads))).claims.cause.value;
}

TEST(Hang, ACircleOfLocksIsADeadlock) {
  EXPECT_EQ(
      cause_of({sleeper(first, ThreadWait::lock, other), sleeper(other, ThreadWait::lock, first)}),
      Cause::hang_deadlock);
}

TEST(Hang, ACircleOfALockAndAJoinIsOneToo) {
  EXPECT_EQ(cause_of({sleeper(first, ThreadWait::thread_end, other),
                      sleeper(other, ThreadWait::lock, first)}),
            Cause::hang_deadlock);
}

TEST(Hang, TwoThatWereSeenToHoldOneLockInTurnAreNoDeadlock) {
  auto one = sleeper(first, ThreadWait::lock, other);
  auto two = sleeper(other, ThreadWait::lock, first);
  one.futex = two.futex;
  EXPECT_NE(cause_of({one, two}), Cause::hang_deadlock);
}

TEST(Hang, AHolderThatRunsIsNoDeadlock) {
  auto runner = sleeper(other, ThreadWait::none, 0);
  runner.state = LifeState::running;
  runner.doing.clear();
  runner.endless = false;
  EXPECT_EQ(cause_of({sleeper(first, ThreadWait::lock, other), runner}), Cause::hang_loop);
}

TEST(Hang, AHolderThatReadsWaitsForItsInput) {
  auto reader = sleeper(other, ThreadWait::none, 0);
  reader.doing = "read on descriptor 0 (pipe:[9])";
  reader.endless = false;
  EXPECT_EQ(cause_of({sleeper(first, ThreadWait::lock, other), reader}), Cause::hang_io_wait);
}

TEST(Hang, IfOnlyItsOwnThreadsCouldWakeItAndAllSleepTheEventIsLost) {
  EXPECT_EQ(cause_of({sleeper(first, ThreadWait::none, 0), sleeper(other, ThreadWait::none, 0)}),
            Cause::hang_lost_event);
}

TEST(Hang, AWaitWithATimeLimitIsNotLost) {
  auto patient = sleeper(first, ThreadWait::none, 0);
  patient.endless = false;
  EXPECT_EQ(cause_of({patient}), std::nullopt);
}

TEST(Hang, WithoutALookAtTheThreadsNothingIsClaimed) {
  EXPECT_EQ(cause_of({}), std::nullopt);
}

TEST(Hang, AThreadsNameIsSafeToPrint) {
  auto thread = sleeper(first, ThreadWait::none, 0);
  thread.name = "\x1b[31m";
  EXPECT_EQ(told_by_thread(thread).fact.find('\x1b'), std::string::npos);
}

} // namespace
} // namespace whodunit::testing
