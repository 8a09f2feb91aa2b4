// SPDX-License-Identifier: MIT
// What a learner meets and what an instructor keeps must match, file by file.
#include "shelf.hpp"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>

namespace whodunit::content {
namespace {

using testing::Contains;
using testing::IsSupersetOf;

std::vector<std::string> files_in(std::filesystem::path const& folder) {
  std::vector<std::string> files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder))
    if (!entry.is_directory())
      files.push_back(std::filesystem::relative(entry.path(), folder).string());
  std::ranges::sort(files);
  return files;
}

std::vector<std::string> without(std::vector<std::string> files,
                                 std::vector<std::string> const& names) {
  std::erase_if(files, [&](auto const& file) { return std::ranges::count(names, file) != 0; });
  return files;
}

TEST(Folders, ThePrologueIsThere) {
  EXPECT_THAT(folders_in(folder("mysteries")),
              IsSupersetOf({"mystery000", "mystery001", "mystery002", "mystery003"}));
}

TEST(Folders, MysteriesAndSolutionsHaveTheSameCases) {
  EXPECT_EQ(folders_in(folder("mysteries")), folders_in(folder("solutions")));
}

class Files : public testing::TestWithParam<std::string> {};

TEST_P(Files, AreTheSameSourcesOnBothSidesAndNothingElse) {
  auto const mystery = files_in(folder("mysteries") / GetParam());
  auto const solution = files_in(folder("solutions") / GetParam());
  EXPECT_THAT(mystery, IsSupersetOf({"case.toml", "main.cpp"}));
  EXPECT_THAT(solution, IsSupersetOf({"key.toml", "explanation.md", "main.cpp"}));
  EXPECT_EQ(without(mystery, {"case.toml"}), without(solution, {"key.toml", "explanation.md"}));
}

TEST_P(Files, OfAProgramHaveFifteenToSixtyLines) {
  std::ifstream source(folder("mysteries") / GetParam() / "main.cpp");
  auto const lines = std::count(std::istreambuf_iterator<char>(source), {}, '\n');
  EXPECT_GE(lines, 15);
  EXPECT_LE(lines, 60);
}

INSTANTIATE_TEST_SUITE_P(Content, Files, testing::ValuesIn(folders_in(folder("mysteries"))),
                         by_name);

} // namespace
} // namespace whodunit::content
