// SPDX-License-Identifier: MIT
#include "report/axis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whodunit {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

std::vector<std::string> labels(Axis const& axis) {
  std::vector<std::string> all;
  for (auto const& tick : axis.ticks)
    all.push_back(tick.label);
  return all;
}

TEST(TimeAxis, StepsAreRoundAndCarryTheirUnit) {
  EXPECT_THAT(labels(time_axis(1'200ms)),
              ElementsAre("0", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1 s", "1.2 s"));
  EXPECT_THAT(labels(time_axis(3'100us)),
              ElementsAre("0", "0.5 ms", "1 ms", "1.5 ms", "2 ms", "2.5 ms", "3 ms"));
}

TEST(TimeAxis, MinutesAreSteppedAsAClockHasThem) {
  EXPECT_THAT(labels(time_axis(150s, 5)),
              ElementsAre("0", "0.5 min", "1 min", "1.5 min", "2 min", "2.5 min"));
  EXPECT_THAT(labels(time_axis(3h, 6)),
              ElementsAre("0", "0.5 h", "1 h", "1.5 h", "2 h", "2.5 h", "3 h"));
}

TEST(TimeAxis, AnyTimeHasFewTicks) {
  for (auto const end :
       {Moment::min(), Moment{-1}, Moment{0}, Moment{1}, Moment{999}, Moment(72h), Moment::max()}) {
    auto const axis = time_axis(end, 8);
    EXPECT_GT(axis.end, 0);
    EXPECT_GE(axis.ticks.size(), 2U) << end.count();
    EXPECT_LE(axis.ticks.size(), 9U) << end.count();
    EXPECT_LE(axis.ticks.back().value, axis.end * 1.000001);
  }
}

TEST(SizeAxis, StepsArePowersOfTwo) {
  auto const axis = size_axis(Bytes{70U << 20U}, 5);
  EXPECT_THAT(labels(axis), ElementsAre("0", "16 MiB", "32 MiB", "48 MiB", "64 MiB", "80 MiB"));
  EXPECT_EQ(axis.end, 80 << 20);
  EXPECT_THAT(labels(size_axis(Bytes{0})), ElementsAre("0", "1 B"));
}

TEST(SizeAxis, ReachesAnySize) {
  for (auto const size :
       {std::uint64_t{1}, std::uint64_t{1023}, std::uint64_t{1} << 40U, ~std::uint64_t{0}})
    EXPECT_GE(size_axis(Bytes{size}).end, static_cast<double>(size));
}

TEST(Placed, NeverLeavesThePicture) {
  Axis const axis{100, {}};
  EXPECT_EQ(placed(axis, 50, 10, 30), 20);
  EXPECT_EQ(placed(axis, -5, 10, 30), 10);
  EXPECT_EQ(placed(axis, 1e30, 10, 30), 30);
  EXPECT_EQ(placed(axis, 25, 200, 100), 175) << "an axis that rises upwards";
}

} // namespace
} // namespace whodunit
