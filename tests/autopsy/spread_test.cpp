// SPDX-License-Identifier: MIT
#include "autopsy/spread.hpp"

#include "made_fate.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

Autopsy took(Fate fate, Moment wall) {
  fate.usage.wall = wall;
  return examine(std::move(fate));
}

TEST(Spread, CountsLikeFatesOnceAndTheMostFrequentFirst) {
  Spread spread;
  spread.add(took(lone(Exited{3}), Moment{10}));
  for (int i = 0; i < 2; ++i)
    spread.add(took(lone(Exited{0}), Moment{20}));
  auto const fates = spread.fates();
  ASSERT_EQ(fates.size(), 2U);
  EXPECT_EQ(fates[0].ending, Ending(Exited{0}));
  EXPECT_EQ(fates[0].count, 2U);
  EXPECT_EQ(fates[0].first, 2U) << "runs are counted from 1";
  EXPECT_EQ(fates[1].count, 1U);
}

TEST(Spread, WhatASleeperWasAtIsNoKindOfItsOwn) {
  Spread spread;
  spread.add(took(lone(Alive{LifeState::sleeping, {}, "read"}), Moment{1}));
  spread.add(took(lone(Alive{LifeState::sleeping, {}, "read"}), Moment{1}));
  EXPECT_EQ(spread.fates().size(), 1U);
}

TEST(Spread, TellsTheTimes) {
  Spread spread;
  EXPECT_EQ(spread.mean(), Moment{});
  spread.add(took(lone(Exited{0}), Moment{30}));
  spread.add(took(lone(Exited{0}), Moment{10}));
  EXPECT_EQ(spread.fastest(), Moment{10});
  EXPECT_EQ(spread.slowest(), Moment{30});
  EXPECT_EQ(spread.mean(), Moment{20});
}

} // namespace
} // namespace whodunit::testing
