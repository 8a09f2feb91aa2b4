// SPDX-License-Identifier: MIT
// What a warden keeps over many runs: nothing of them.
#include "os/proc.hpp"
#include "tier.hpp"

#include <algorithm>
#include <fstream>

namespace whodunit {
namespace {

using test::attack;
using test::Tier;

class Keeping : public test::InTier, public ::testing::WithParamInterface<Tier> {
protected:
  void SetUp() override { enter(GetParam()); }
};

std::string named(::testing::TestParamInfo<Tier> const& row) {
  return to_string(row.param);
}

INSTANTIATE_TEST_SUITE_P(In, Keeping, ::testing::Values(Tier::root, Tier::user, Tier::bare), named);

std::uint64_t resident_kibibytes(int pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string word; status >> word;)
    if (std::uint64_t value = 0; word == "RssAnon:" && status >> value)
      return value;
  return 0;
}

TEST_P(Keeping, ProgramsThatAreGoneWhenTheyAreLookedAtLeaveNothingToGrow) {
  auto const launch = attack("gone");
  auto const many = [&](int runs) {
    for (int i = 0; i < runs; ++i) {
      auto const fate = warden_->run(launch);
      ASSERT_TRUE(fate) << to_string(fate.error());
      ASSERT_EQ(fate->ending, Ending(Exited{0}));
    }
  };
  many(50);
  auto const before = census();
  auto const warden = test::warden_below(::getpid());
  ASSERT_TRUE(warden);
  auto const memory = resident_kibibytes(*warden);
  many(1000);
  EXPECT_EQ(before.changes_to(census()), "");
  EXPECT_LE(resident_kibibytes(*warden), memory + 64);
}

TEST_P(Keeping, EveryShortLifeIsToldOnceAndToItsEnd) {
  auto launch = attack("short_lives");
  launch.limits.processes = 256;
  auto const fate = fate_of(launch);
  EXPECT_EQ(fate.ending, Ending(Exited{0}));
  EXPECT_EQ(std::ranges::count(fate.processes, Ending(Exited{0}), &ProcessRecord::ending), 1616);
  EXPECT_EQ(fate.processes.size(), 1616U);
}

// Without namespaces files and IPC are everybody's.
class KeepingNamespaces : public Keeping {};

INSTANTIATE_TEST_SUITE_P(In, KeepingNamespaces, ::testing::Values(Tier::root, Tier::user), named);

TEST_P(KeepingNamespaces, WhatOneRunLeavesInFilesTheNextDoesNotFind) {
  static_cast<void>(warden_->run(attack("gone")));
  auto const before = census();
  for (int time = 0; time < 2; ++time)
    EXPECT_EQ(fate_of(attack("leave_files")).ending, Ending(Exited{0}));
  EXPECT_EQ(before.changes_to(census()), "");
}

TEST_P(KeepingNamespaces, WhatOneRunLeavesInIpcTheNextDoesNotFind) {
  static_cast<void>(warden_->run(attack("gone")));
  auto const before = census();
  for (char const* const kind : {"memory", "queue", "semaphore", "posix queue"})
    for (int time = 0; time < 2; ++time) {
      auto launch = attack("leave_ipc");
      launch.arguments.emplace_back(kind);
      EXPECT_EQ(fate_of(launch).ending, Ending(Exited{0})) << kind << ", run " << time;
    }
  EXPECT_EQ(before.changes_to(census()), "");
}

} // namespace
} // namespace whodunit
