// SPDX-License-Identifier: MIT
// A case's manifest: what it may leave out, and that nothing else goes through.
#include "casebook/case.hpp"

#include "file_tree.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view least = R"(format = 1
title = "A title"
chapter = 0
difficulty = 1
minutes = 10
briefing = "A scene."
learned = "A lesson."
asks = ["status", "signal"]
hints = ["a", "b", "c"]
)";

class CaseFile : public FileTree {
protected:
  Checked<Case> read(std::string_view text) const {
    return read_case(write("mystery000/case.toml", text).parent_path());
  }
  Checked<Case> least_and(std::string_view more) const {
    return read(std::string(least) + std::string(more));
  }
  // The least manifest with one line in place of the one that begins alike.
  std::string with(std::string_view line) const {
    std::string text(least);
    auto const start = text.find(line.substr(0, line.find(' ') + 1));
    text.replace(start, text.find('\n', start) - start, line);
    return complaint_of(read(text));
  }
};

TEST_F(CaseFile, TheLeastManifestHasTheDefaults) {
  auto const read_back = least_and("");
  ASSERT_EQ(complaint_of(read_back), "");
  EXPECT_EQ(read_back->name, "mystery000");
  EXPECT_THAT(read_back->asks, ElementsAre(Field::status, Field::signal));
  EXPECT_EQ(read_back->limits.memory, Bytes{64ULL << 20U});
  EXPECT_EQ(read_back->limits.wall, std::chrono::seconds(10));
  EXPECT_TRUE(read_back->traceable);
  EXPECT_FALSE(read_back->predicts);
}

TEST_F(CaseFile, LimitsHaveUnits) {
  auto const read_back =
      least_and("[limits]\nwall = \"500ms\"\nmemory = \"1GiB\"\nprocesses = 8\n");
  ASSERT_EQ(complaint_of(read_back), "");
  EXPECT_EQ(read_back->limits.wall, std::chrono::milliseconds(500));
  EXPECT_EQ(read_back->limits.memory, Bytes{1ULL << 30U});
  EXPECT_EQ(read_back->limits.processes, 8);
  EXPECT_THAT(complaint_of(least_and("[limits]\nmemory = \"64M\"\n")),
              StartsWith("case.toml:11:10: "));
  EXPECT_THAT(complaint_of(least_and("[limits]\nmemory = 64\n")), HasSubstr("should be text"));
  EXPECT_THAT(complaint_of(least_and("[limits]\nmemroy = \"64MiB\"\n")),
              HasSubstr("11:1: unknown key \"memroy\"; did you mean \"memory\"?"));
}

TEST_F(CaseFile, SaysWhatItsScratchDirectoryAndProcessorHold) {
  auto const read_back = least_and("[limits]\ndisk = \"256KiB\"\ninodes = 32\ncpu = \"5%\"\n");
  ASSERT_EQ(complaint_of(read_back), "");
  EXPECT_EQ(read_back->limits.disk, Bytes{256ULL << 10U});
  EXPECT_EQ(read_back->limits.inodes, 32);
  EXPECT_EQ(read_back->limits.cpu_percent, 5);
  EXPECT_THAT(complaint_of(least_and("[limits]\ncpu = \"101%\"\n")), HasSubstr("is too large"));
  EXPECT_THAT(complaint_of(least_and("[limits]\ncpu = \"5\"\n")), HasSubstr("has no unit"));
}

TEST_F(CaseFile, SaysWhatItMayDoAndWhatItNeeds) {
  auto const read_back = least_and("set = \"137\"\ncontrol = true\n"
                                   "[grants]\nnamespaces = true\n[requires]\nkernel_oom = true\n");
  ASSERT_EQ(complaint_of(read_back), "");
  EXPECT_EQ(read_back->set, "137");
  EXPECT_TRUE(read_back->control);
  EXPECT_TRUE(read_back->grants.namespaces);
  EXPECT_FALSE(read_back->grants.cgroups);
  EXPECT_TRUE(read_back->requires_.kernel_oom);
  EXPECT_THAT(complaint_of(least_and("[grants]\nroot = true\n")), HasSubstr("unknown key"));
}

TEST_F(CaseFile, SaysHowItIsBuilt) {
  auto const read_back = least_and("[build]\nscript = \"main.sh\"\nprograms = [\"a.cpp+b.cpp\"]\n"
                                   "levels = [\"-O2\", \"-O0\"]\ncompilers = [\"g++\"]\n");
  ASSERT_EQ(complaint_of(read_back), "");
  EXPECT_EQ(read_back->build.script, "main.sh");
  EXPECT_THAT(read_back->build.programs, ElementsAre("a.cpp+b.cpp"));
  EXPECT_THAT(read_back->build.levels, ElementsAre("-O2", "-O0"));
  EXPECT_THAT(read_back->build.compilers, ElementsAre("g++"));
  EXPECT_THAT(least_and("")->build.sources, ElementsAre("main.cpp"));
}

TEST_F(CaseFile, BuildsNothingFromOutsideOfItsFolder) {
  for (std::string const file :
       {"../main.cpp", "/etc/passwd", "a/../../b.cpp", "a.cpp+../b.cpp", ""})
    EXPECT_THAT(complaint_of(least_and("[build]\nprograms = [\"" + file + "\"]\n")),
                HasSubstr("is no file of the case's folder"))
        << file;
  EXPECT_THAT(complaint_of(least_and("[build]\nscript = \"a.sh\"\nsources = [\"a.cpp\"]\n")),
              HasSubstr("a script has no sources"));
}

TEST_F(CaseFile, ListsOfABuildStandOnOneLine) {
  EXPECT_THAT(complaint_of(least_and("[build]\nlink = [\n\"-pthread\"]\n")),
              HasSubstr("goes over several lines"));
  EXPECT_THAT(complaint_of(least_and("[build]\ncompilers = [\"gcc\"]\n")),
              HasSubstr("\"gcc\" is none of the compilers; known here: g++, clang++"));
}

TEST_F(CaseFile, CauseNeedsFiveToEightChoices) {
  std::string text(least);
  text.replace(text.find("\"signal\""), 8, "\"cause\"");
  EXPECT_THAT(complaint_of(read(text)), HasSubstr("\"choices\" is missing"));
  EXPECT_THAT(complaint_of(read(text + "[choices]\ncause = [\"mem.null\"]\n")),
              HasSubstr("five to eight"));
  auto const good = read(
      text +
      "[choices]\ncause = [\"mem.null\", \"mem.wild\", \"sig.kill\", \"res.cpu\", \"none\"]\n");
  ASSERT_EQ(complaint_of(good), "");
  EXPECT_EQ(good->cause_choices.front(), term(Cause::mem_null));
}

TEST_F(CaseFile, SlipsHaveTheirPlaces) {
  EXPECT_EQ(with("difficulty = 6"),
            "case.toml:4:14: \"difficulty\" is 6; it should be a whole number from 1 to 5");
  EXPECT_THAT(with("hints = [\"a\", \"b\"]"), HasSubstr("there are 2 hints"));
  EXPECT_EQ(with("hints = [\"a\", \"b\", \"c\", \"d\"]"), "");
  EXPECT_THAT(with("asks = [\"status\"]"), HasSubstr("asks for 1 fields"));
  EXPECT_THAT(with("asks = [\"status\", \"status\"]"), HasSubstr("asked twice"));
  EXPECT_THAT(with("asks = [\"status\", \"signl\"]"),
              HasSubstr("8:19: unknown field \"signl\"; did you mean \"signal\"?"));
  EXPECT_THAT(with("title = \" \""), HasSubstr("\"title\" is blank"));
  EXPECT_THAT(with("format = 2"), HasSubstr("\"format\" is 2"));
  EXPECT_THAT(complaint_of(least_and("predcts = \"status\"\n")),
              HasSubstr("did you mean \"predicts\"?"));
  EXPECT_THAT(complaints_of(read("format = 1\n")).size(), 8U) << "each missing key is told";
}

} // namespace
} // namespace whodunit::testing
