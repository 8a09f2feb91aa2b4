// SPDX-License-Identifier: MIT
#include "report/memory_svg.hpp"

#include "well_formed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Bytes operator""_MiB(unsigned long long count) {
  return {count << 20U};
}

Fate with_memory(std::vector<MemorySample> samples) {
  Fate fate;
  fate.usage.wall = samples.back().when;
  fate.memory = std::move(samples);
  return fate;
}

std::string path_of(std::string const& svg, std::string const& style) {
  auto const begin = svg.find("class=\"" + style + "\" d=\"");
  EXPECT_NE(begin, std::string::npos) << svg;
  auto const path = svg.find("d=\"", begin) + 3;
  return svg.substr(path, svg.find('"', path) - path);
}

TEST(MemorySvg, TheCurveIsScaledIntoItsBox) {
  auto const svg =
      memory_svg(with_memory({{0ms, 0_MiB}, {50ms, 40_MiB}, {100ms, 20_MiB}}), std::nullopt);
  auto const points = numbers_in(path_of(svg, "curve"));
  ASSERT_EQ(points.size(), 6U);
  double const left = points[0];
  double const bottom = points[1];
  EXPECT_DOUBLE_EQ(points[2], (left + points[4]) / 2) << "half the time is half the way";
  EXPECT_NEAR(bottom - points[5], (bottom - points[3]) / 2, 0.11)
      << "half the memory is half as high";
  auto const box = numbers_in(svg.substr(svg.find("viewBox"), 40));
  EXPECT_LT(points[4], box[2]);
  EXPECT_LT(bottom, box[3]);
  EXPECT_GT(points[3], 0);
}

TEST(MemorySvg, TheHighestSampleIsMarked) {
  auto const svg =
      memory_svg(with_memory({{0ms, 1_MiB}, {50ms, 40_MiB}, {100ms, 20_MiB}}), std::nullopt);
  EXPECT_THAT(svg, HasSubstr("40.0 MiB at 50.0 ms"));
  EXPECT_THAT(svg, HasSubstr("class=\"peak\""));
}

TEST(MemorySvg, ALimitNearTheCurveIsALine) {
  auto const fate = with_memory({{0ms, 1_MiB}, {50ms, 40_MiB}});
  EXPECT_THAT(memory_svg(fate, 64_MiB), HasSubstr("class=\"limit-line\""));
  EXPECT_THAT(memory_svg(fate, std::nullopt), Not(HasSubstr("limit")));
}

TEST(MemorySvg, ALimitFarAboveDoesNotFlattenTheCurve) {
  auto const svg = memory_svg(with_memory({{0ms, 1_MiB}, {50ms, 4_MiB}}), Bytes{8ULL << 30U});
  EXPECT_THAT(svg, HasSubstr("limit 8.00 GiB, far above"));
  EXPECT_THAT(svg, Not(HasSubstr("class=\"limit-line\"")));
  EXPECT_THAT(svg, HasSubstr(">1 MiB<"));
}

TEST(MemorySvg, ARunWithoutSamplesHasNoPicture) {
  EXPECT_EQ(memory_svg({}, 64_MiB), "");
  EXPECT_EQ(memory_svg(with_memory({{5ms, 1_MiB}}), 64_MiB), "");
}

TEST(MemorySvg, IsWellFormedForAnySamples) {
  auto const svg = memory_svg(
      with_memory({{Moment::max(), {~0ULL}}, {Moment::min(), {0}}, {0ms, {0}}}), Bytes{~0ULL});
  EXPECT_TRUE(well_formed(svg));
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(svg, Not(HasSubstr("inf")));
}

TEST(MemorySvg, ThinningLosesNoPeak) {
  std::vector<MemorySample> samples(100'000, {Moment{1}, {1}});
  samples[54'321] = {Moment{54'321}, {1000}};
  auto const kept = thinned(samples, 600);
  EXPECT_LE(kept.size(), 600U);
  EXPECT_EQ(std::ranges::max_element(kept, {}, &MemorySample::used)->when, Moment{54'321});
  EXPECT_EQ(thinned({{1ms, {1}}, {2ms, {2}}}, 600).size(), 2U);
}

TEST(MemoryLimit, TheOneThatWasHitCountsMost) {
  Fate fate;
  EXPECT_EQ(memory_limit(fate, std::nullopt), std::nullopt);
  EXPECT_EQ(memory_limit(fate, 9_MiB), 9_MiB);
  fate.limits.push_back({"memory", "64MiB", true});
  EXPECT_EQ(memory_limit(fate, 9_MiB), 64_MiB);
}

} // namespace
} // namespace whodunit::testing
