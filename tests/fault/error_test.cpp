// SPDX-License-Identifier: MIT
#include "fault/error.hpp"

#include <cerrno>
#include <gtest/gtest.h>

namespace whodunit {
namespace {

TEST(Error, SaysWhatWasAttemptedOnWhatAndWhy) {
  Error const error{"write", "/sys/memory.max", {EACCES, boost::system::system_category()}};
  EXPECT_EQ(to_string(error), "cannot write \"/sys/memory.max\": Permission denied");
}

TEST(Error, WithoutObjectOrCodeStillReads) {
  EXPECT_EQ(to_string(Error{"make a namespace", "", {}}), "cannot make a namespace");
}

TEST(Error, AdviceHasALineOfItsOwn) {
  Error const error{"open", "x", {ENOENT, boost::system::system_category()}, "create it first"};
  EXPECT_EQ(to_string(error), "cannot open \"x\": No such file or directory\ncreate it first");
}

TEST(Error, LastErrorKeepsErrno) {
  errno = ENOSPC;
  auto const error = last_error("write", "journal");
  EXPECT_EQ(error.code.value(), ENOSPC);
  EXPECT_EQ(error.object, "journal");
}

TEST(Error, ValueOfAFailedResultIsABrokenInvariantThatNamesTheError) {
  Result<int> const failed = Error{"open", "x", {}};
  try {
    (void)failed.value();
    FAIL() << "nothing was thrown";
  } catch (std::logic_error const& fault) {
    EXPECT_NE(std::string(fault.what()).find("cannot open \"x\""), std::string::npos);
  }
}

} // namespace
} // namespace whodunit
