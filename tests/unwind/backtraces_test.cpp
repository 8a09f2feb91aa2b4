// SPDX-License-Identifier: MIT
// Stacks of real programs, unwound when the programs are gone.
#include "unwind/backtraces.hpp"

#include "../warden/with_warden.hpp"

#include <gmock/gmock.h>

namespace whodunit {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

class Backtraces : public test::WithWarden {
protected:
  std::vector<Backtrace> backtraces_of(std::string const& subject,
                                       std::optional<std::chrono::milliseconds> wall = {}) {
    Launch launch;
    launch.arguments = {subject};
    launch.executable = test::built("tests/subjects/") + subject;
    launch.backtrace = true;
    launch.limits.wall = wall;
    launch.limits.memory = Bytes{64U << 20U};
    auto const unwound = unwind_all(unwinder_, fate_of(launch).stacks);
    EXPECT_TRUE(unwound) << to_string(unwound.error());
    return value_or(unwound, std::vector<Backtrace>{});
  }

  std::string unwinder_ = test::built("lib/whodunit/whodunit-unwind");
};

TEST_F(Backtraces, NameFunctionFileAndLine) {
  auto const all = backtraces_of("deep_crash");
  ASSERT_EQ(all.size(), 1U);
  auto const& frames = all.front().frames;
  ASSERT_GE(frames.size(), 3U);
  EXPECT_EQ(frames[0].function, "Innermost::crash(int*)");
  EXPECT_THAT(frames[0].file, EndsWith("deep_crash.cpp"));
  EXPECT_EQ(frames[0].line, 4);
  EXPECT_EQ(frames[1].function, "middle(int*)");
  EXPECT_EQ(frames[2].function, "main");
  EXPECT_TRUE(all.front().complete);
  EXPECT_EQ(all.front().reason, "SIGSEGV");
}

#if defined(__x86_64__)
TEST_F(Backtraces, TellTheInstruction) {
  auto const all = backtraces_of("div_zero");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all.front().instruction, HasSubstr("idiv"));
}
#endif

TEST_F(Backtraces, StepOutOfACallToNowhere) {
  auto const all = backtraces_of("null_call");
  ASSERT_EQ(all.size(), 1U);
  ASSERT_GE(all.front().frames.size(), 2U);
  EXPECT_EQ(all.front().frames[0].address, 0U);
  EXPECT_EQ(all.front().frames[1].function, "main");
}

TEST_F(Backtraces, OfAnEndlessRecursionAreCut) {
  auto const all = backtraces_of("recursion");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().frames.size(), 64U);
  EXPECT_FALSE(all.front().complete);
}

TEST_F(Backtraces, OfEveryThreadAtTheWallLimit) {
  auto const all = backtraces_of("deadlock", std::chrono::milliseconds(300));
  EXPECT_EQ(all.size(), 2U);
  for (auto const& backtrace : all)
    EXPECT_EQ(backtrace.reason, "time limit");
}

TEST_F(Backtraces, ASnapshotThatIsNonsenseBearsNothing) {
  StackSnapshot nonsense;
  nonsense.registers.assign(17, 0xdeadbeef);
  nonsense.maps = "not a map\n";
  nonsense.stack = std::string(100, '\x7f');
  auto const unwound = unwind_all(unwinder_, {nonsense, StackSnapshot{}});
  ASSERT_TRUE(unwound) << to_string(unwound.error());
  ASSERT_EQ(unwound->size(), 2U);
  EXPECT_FALSE(unwound->front().complete);
}

TEST_F(Backtraces, AMissingHelperIsAnErrorOfOurs) {
  EXPECT_FALSE(unwind_all("/nonexistent/whodunit-unwind", {}));
}

} // namespace
} // namespace whodunit
