// SPDX-License-Identifier: MIT
// Which library versions a program asks for, and which of them are too new for a kit.
#include "pack/portability.hpp"

#include "built.hpp"
#include "pack/tool.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(TooNew, IsWhatCameAfter2021) {
  EXPECT_THAT(too_new({"GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_2.35", "GLIBC_2.4", "GLIBC_3.0"}),
              ElementsAre("GLIBC_2.35", "GLIBC_3.0"));
  EXPECT_THAT(too_new({"GLIBCXX_3.4", "GLIBCXX_3.4.9", "GLIBCXX_3.4.29", "GLIBCXX_3.4.30"}),
              ElementsAre("GLIBCXX_3.4.30"));
  EXPECT_THAT(too_new({"CXXABI_1.3.13", "CXXABI_1.3.14", "GCC_14.0.0"}),
              ElementsAre("CXXABI_1.3.14"));
}

TEST(VersionsNeeded, OfAMysteryAreThoseThatObjdumpShows) {
  if (!run_tool({"objdump", "--version"}))
    GTEST_SKIP() << "objdump is not installed";
  auto const versions = versions_needed(test::built("bin/mystery000"));
  ASSERT_TRUE(versions) << to_string(versions.error());
  EXPECT_THAT(*versions, ::testing::Contains("GLIBC_2.34"));
  EXPECT_THAT(too_new(*versions), IsEmpty());
}

TEST(VersionsNeeded, OfAScriptAreNone) {
  EXPECT_THAT(*versions_needed("/usr/bin/ldd"), IsEmpty());
}

TEST(Tool, ThatFailsOrIsNotThereSaysWhy) {
  auto const failed = run_tool({"sh", "-c", "echo the reason >&2; exit 3"});
  ASSERT_FALSE(failed);
  EXPECT_THAT(to_string(failed.error()), HasSubstr("the reason"));
  EXPECT_THAT(to_string(run_tool({"no-such-tool"}).error()), HasSubstr("is it installed?"));
  EXPECT_EQ(*run_tool({"sh", "-c", "echo $LC_ALL; cat"}), "C\n");
}

} // namespace
} // namespace whodunit::testing
