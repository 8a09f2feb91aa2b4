// SPDX-License-Identifier: MIT
// Sets of cases from elsewhere: which folder is one, and how several stand side by side.
#include "casebook/casebook.hpp"

#include "file_tree.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Sets : public FileTree {
protected:
  std::filesystem::path source_set(std::string const& set, std::string const& name) const {
    write(std::filesystem::path(set) / "mysteries" / name / "case.toml", "format = 1\n");
    std::filesystem::create_directories(root_ / set / "bin");
    return root_ / set;
  }
  Casebook with(std::vector<CaseSet> others) const {
    Installation ours{root_ / "ours/mysteries", root_ / "ours/solutions", root_ / "ours/bin", {}};
    ours.others = std::move(others);
    return Casebook(std::move(ours));
  }
};

TEST_F(Sets, AFolderLikeACloneIsOne) {
  auto const set = find_set(source_set("theirs", "mystery500"));
  ASSERT_EQ(complaint_of(set), "");
  EXPECT_EQ(set->mysteries, root_ / "theirs/mysteries");
  EXPECT_EQ(set->solutions, root_ / "theirs/solutions");
  EXPECT_EQ(set->binaries, root_ / "theirs/bin");
}

TEST_F(Sets, AKitIsOne) {
  write("kit/share/whodunit/mysteries/mystery500/case.toml", "");
  write("kit/lib/whodunit/mysteries/mystery500", "");
  auto const set = find_set(root_ / "kit");
  ASSERT_EQ(complaint_of(set), "");
  EXPECT_EQ(set->solutions, root_ / "kit/share/whodunit/solutions");
  EXPECT_EQ(set->binaries, root_ / "kit/lib/whodunit/mysteries");
}

TEST_F(Sets, WhatIsNoneSaysSo) {
  write("empty/readme", "");
  EXPECT_THAT(complaint_of(find_set(root_ / "gone")), HasSubstr("there is no such folder"));
  EXPECT_THAT(complaint_of(find_set(root_ / "empty")), HasSubstr("should have mysteries/"));
  EXPECT_EQ(
      complaints_of(find_sets((root_ / "gone").string() + ":" + (root_ / "empty").string())).size(),
      2U);
  EXPECT_EQ(find_sets("::")->size(), 0U);
}

TEST_F(Sets, OneForANewerWhodunitIsRefusedInOneLine) {
  auto const folder = source_set("newer", "mystery500");
  write("newer/set.toml", "format = 2\nanything = 1\n");
  EXPECT_EQ(complaint_of(find_set(folder)),
            "set.toml:1:10: \"format\" is 2, and this whodunit reads 1; it was made for a newer "
            "whodunit: use that one");
  write("newer/mysteries/mystery500/case.toml", "format = 2\nplot = \"new\"\n");
  EXPECT_EQ(complaints_of(read_case(folder / "mysteries/mystery500")).size(), 1U);
}

TEST_F(Sets, AllCasesStandInOneList) {
  source_set("ours", "mystery000");
  auto const casebook = with({*find_set(source_set("theirs", "mystery500"))});
  EXPECT_THAT(*casebook.names(), ElementsAre("mystery000", "mystery500"));
  EXPECT_EQ(*casebook.resolve("500"), "mystery500");
  EXPECT_EQ(casebook.binary("mystery500"), root_ / "theirs/bin/mystery500");
  EXPECT_EQ(casebook.binary("mystery000"), root_ / "ours/bin/mystery000");
}

TEST_F(Sets, NamedTwiceIsThereOnce) {
  source_set("ours", "mystery000");
  auto const casebook = with({*find_set(root_ / "ours")});
  EXPECT_THAT(*casebook.names(), ElementsAre("mystery000"));
}

} // namespace
} // namespace whodunit::testing
