// SPDX-License-Identifier: MIT
// The course's secret: made once, kept for its owner.
#include "seal/secret.hpp"

#include "../casebook/file_tree.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace whodunit::testing {
namespace {

using ::testing::HasSubstr;

class CourseSecret : public FileTree {};

TEST_F(CourseSecret, IsMadeOnceForItsOwnerOnly) {
  auto const file = root_ / "new/secret";
  auto const made = course_secret(file);
  ASSERT_TRUE(made) << to_string(made.error());
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_EQ(*course_secret(file), *made);
  EXPECT_NE(*course_secret(root_ / "other"), *made);
}

TEST_F(CourseSecret, IsRefusedWhereOthersMayReadIt) {
  auto const file = root_ / "secret";
  ASSERT_TRUE(course_secret(file));
  ::chmod(file.c_str(), 0640);
  EXPECT_THAT(to_string(course_secret(file).error()), HasSubstr("chmod 600"));
}

TEST_F(CourseSecret, OfAnotherKindIsLeftAlone) {
  auto const file = write("notes", "my notes\n");
  ::chmod(file.c_str(), 0600);
  EXPECT_THAT(to_string(course_secret(file).error()), HasSubstr("holds something else"));
}

} // namespace
} // namespace whodunit::testing
