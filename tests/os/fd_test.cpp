// SPDX-License-Identifier: MIT
#include "os/fd.hpp"

#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <iterator>
#include <unistd.h>

namespace whodunit {
namespace {

auto open_descriptors() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

TEST(UniqueFd, ClosesWhatItOwnsAndNothingElse) {
  auto const before = open_descriptors();
  {
    auto pipe = make_pipe();
    ASSERT_TRUE(pipe);
    UniqueFd const moved = std::move(pipe->reader);
    pipe->writer = UniqueFd();
    EXPECT_EQ(open_descriptors(), before + 1);
  }
  EXPECT_EQ(open_descriptors(), before);
}

TEST(UniqueFd, AssignmentClosesTheFormerDescriptor) {
  auto const before = open_descriptors();
  UniqueFd first(::dup(0));
  first = UniqueFd(::dup(0));
  EXPECT_EQ(open_descriptors(), before + 1);
}

TEST(Descriptors, AreNotInheritedAcrossExec) {
  auto const pipe = make_pipe();
  ASSERT_TRUE(pipe);
  EXPECT_NE(::fcntl(pipe->writer.get(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(ReadFile, OfAMissingFileSaysWhatAndWhy) {
  auto const text = read_file("/no/such/file");
  ASSERT_FALSE(text);
  EXPECT_EQ(to_string(text.error()), "cannot open \"/no/such/file\": No such file or directory");
}

TEST(ReadFile, StopsAtTheCap) {
  auto const text = read_file("/dev/zero", 10);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->size(), 10U);
}

TEST(Timer, FiresOnceAfterItsTime) {
  auto const timer = open_timer();
  ASSERT_TRUE(timer);
  EXPECT_FALSE(drain_timer(*timer));
  arm(*timer, std::chrono::nanoseconds(1));
  while (!drain_timer(*timer)) {
  }
  EXPECT_FALSE(drain_timer(*timer));
}

} // namespace
} // namespace whodunit
