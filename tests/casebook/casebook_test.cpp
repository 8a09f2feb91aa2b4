// SPDX-License-Identifier: MIT
// Finding cases by what people call them.
#include "casebook/casebook.hpp"

#include "file_tree.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Shelf : public FileTree {
protected:
  Shelf() {
    for (auto const* const name : {"mystery000", "mystery003", "mystery042"})
      write(std::filesystem::path(name) / "case.toml", "");
    std::filesystem::create_directory(root_ / "mystery050"); // no case yet
    write("notes/case.toml", "");
  }
  std::string resolved(std::string_view written) const {
    auto const name = casebook_.resolve(written);
    return name ? *name : complaint_of(name);
  }

  Casebook casebook_{Installation{root_, root_, root_ / "bin", root_ / "whodunit-warden"}};
};

TEST_F(Shelf, KnowsItsCasesByTheirFolders) {
  EXPECT_THAT(*casebook_.names(), ElementsAre("mystery000", "mystery003", "mystery042"));
}

TEST_F(Shelf, ACaseHasManyNames) {
  for (auto const* const name : {"mystery003", "003", "3", "03", "0003", "mystery3", "MYSTERY003"})
    EXPECT_EQ(resolved(name), "mystery003") << name;
}

TEST_F(Shelf, AnUnknownNameIsToldTheNearestOrTheRange) {
  EXPECT_EQ(resolved("mistery042"),
            "whodunit: there is no case \"mistery042\"; did you mean \"mystery042\"?");
  EXPECT_THAT(resolved("7"), HasSubstr("there are mystery000 to mystery042: see whodunit list"));
  for (auto const* const name :
       {"", "../mystery000", "mystery", "mystery000/", "999999999999999999999", "\x1b[2J"})
    EXPECT_THAT(resolved(name), HasSubstr("there is no case")) << name;
}

TEST_F(Shelf, AMissingFolderIsAnError) {
  Casebook const gone{Installation{root_ / "gone", {}, {}, {}}};
  EXPECT_FALSE(gone.names());
  EXPECT_THAT(complaint_of(gone.resolve("0")), HasSubstr("No such file"));
}

TEST(InstallationOfTheBuildTree, IsFoundFromTheRunningProgram) {
  auto const installation = find_installation();
  ASSERT_TRUE(installation) << to_string(installation.error());
  EXPECT_TRUE(std::filesystem::exists(installation->mysteries / "mystery000/case.toml"));
  EXPECT_TRUE(std::filesystem::exists(installation->solutions / "mystery000/key.toml"));
  EXPECT_EQ(installation->warden.filename(), "whodunit-warden");
}

} // namespace
} // namespace whodunit::testing
