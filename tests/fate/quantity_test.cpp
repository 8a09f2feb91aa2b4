// SPDX-License-Identifier: MIT
#include "fate/quantity.hpp"

#include <gtest/gtest.h>

namespace whodunit {
namespace {

using namespace std::chrono_literals;

TEST(Quantity, UnitsAreRead) {
  EXPECT_EQ(parse_duration("250ms").value(), 250ms);
  EXPECT_EQ(parse_duration("10s").value(), 10s);
  EXPECT_EQ(parse_duration("2m").value(), 2min);
  EXPECT_EQ(parse_bytes("512B").value(), Bytes{512});
  EXPECT_EQ(parse_bytes("64MiB").value(), Bytes{64U << 20U});
  EXPECT_EQ(parse_bytes("1GiB").value(), Bytes{1U << 30U});
}

TEST(Quantity, SlipsAreComplaintsThatSayWhatIsRight) {
  for (char const* const text : {"", "10", "s", "10x", "10 s", " 10s", "10s ", "-1s", "+1s", "1.5s",
                                 "0s", "10S", "99999999999999999999s", "9223372036854775807m"}) {
    auto const read = parse_duration(text);
    ASSERT_FALSE(read) << text;
    EXPECT_FALSE(read.error().problem.empty()) << text;
    EXPECT_NE(read.error().advice.find("10s"), std::string::npos) << text;
  }
  for (char const* const text : {"64M", "64MB", "64mib", "64", "0MiB", "99999999999GiB"})
    EXPECT_FALSE(parse_bytes(text)) << text;
}

TEST(Quantity, WritingIsTheInverseOfReading) {
  for (auto const duration : {1ms, 250ms, 1000ms, 1500ms, 60000ms, 90000ms})
    EXPECT_EQ(parse_duration(to_string(duration)).value(), duration);
  for (auto const count : {1ULL, 1000ULL, 1024ULL, 1536ULL, 64ULL << 20U, 1ULL << 30U})
    EXPECT_EQ(parse_bytes(to_string(Bytes{count})).value(), Bytes{count});
  EXPECT_EQ(to_string(Bytes{64U << 20U}), "64MiB");
  EXPECT_EQ(to_string(10000ms), "10s");
}

TEST(Quantity, RoundedKeepsThreeFigures) {
  EXPECT_EQ(rounded(Bytes{0}), "0 B");
  EXPECT_EQ(rounded(Bytes{999}), "999 B");
  EXPECT_EQ(rounded(Bytes{1000}), "0.98 KiB");
  EXPECT_EQ(rounded(Bytes{67104768}), "64.0 MiB");
  EXPECT_EQ(rounded(1250us), "1.25 ms");
  EXPECT_EQ(rounded(10s), "10.0 s");
  EXPECT_EQ(rounded(200s), "3 min 20 s");
}

} // namespace
} // namespace whodunit
