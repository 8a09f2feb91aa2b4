// SPDX-License-Identifier: MIT
// What a learner gets of a case.toml says the same, and nothing of how it is built.
#include "pack/learners_case.hpp"

#include "../casebook/file_tree.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view manifest = R"(format = 1
title = "The \"{WORD}\" \\ list" # the answer is 42
chapter = 0
difficulty = 1
minutes = 10
briefing = """
A scene,
with	a tab."""
learned = "A lesson."
asks = ["status", "signal"]
hints = ["a", "b", "c"]
traceable = false
[limits]
memory = "1MiB"
processes = 8
[build]
flags = ["-DSPOILER"]
[parameters]
WORD = ["price", "word"]
)";

class LearnersCase : public FileTree {};

TEST_F(LearnersCase, SaysTheSameWithoutCommentsBuildAndParameters) {
  auto const folder = write("mystery000/case.toml", manifest).parent_path();
  auto const text = learners_case(folder, {{"WORD", "word"}});
  ASSERT_EQ(complaint_of(text), "");
  for (auto const* const word : {"42", "SPOILER", "parameters", "price"})
    EXPECT_THAT(*text, Not(HasSubstr(word)));
  auto const kit = read_case(write("kit/mystery000/case.toml", *text).parent_path());
  ASSERT_EQ(complaint_of(kit), "");
  auto const ours = read_case(folder);
  EXPECT_EQ(kit->title, "The \"word\" \\ list");
  EXPECT_EQ(kit->briefing, ours->briefing);
  EXPECT_EQ(kit->hints, ours->hints);
  EXPECT_EQ(kit->limits.memory, ours->limits.memory);
  EXPECT_EQ(kit->limits.processes, 8);
  EXPECT_FALSE(kit->traceable);
}

} // namespace
} // namespace whodunit::testing
