// SPDX-License-Identifier: MIT
#include "fate/fate.hpp"

#include <gtest/gtest.h>

namespace whodunit {
namespace {

ProcessRecord process(int pid, std::string name) {
  ProcessRecord record;
  record.pid = pid;
  record.name = std::move(name);
  return record;
}

TEST(FindProcess, GivesTheRecordOfThePid) {
  Fate fate;
  fate.processes = {process(2, "parent"), process(3, "child")};
  ASSERT_NE(find_process(fate, 3), nullptr);
  EXPECT_EQ(find_process(fate, 3)->name, "child");
}

TEST(FindProcess, GivesTheLastOneOfANumberUsedTwice) {
  Fate fate;
  fate.processes = {process(2, "first"), process(3, "other"), process(2, "second")};
  ASSERT_NE(find_process(fate, 2), nullptr);
  EXPECT_EQ(find_process(fate, 2)->name, "second");
}

TEST(FindProcess, GivesNothingForAnUnknownPid) {
  EXPECT_EQ(find_process(Fate{}, 1), nullptr);
}

} // namespace
} // namespace whodunit
