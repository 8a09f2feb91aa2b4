// SPDX-License-Identifier: MIT
#include "warden/wire.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace whodunit {
namespace {

Fate eventful() {
  Fate fate;
  fate.first = 2;
  fate.ending = Killed{*Signal::from_number(8), true};
  fate.wait_status = 0x88;
  fate.processes = {{2, 0, std::string("a\0\xff\n", 4), fate.ending, Moment(1), Moment(2), Bytes{3},
                     std::chrono::microseconds(4)}};
  SignalRecord signal{.signal = *Signal::from_number(8)};
  signal.instruction = "\xf7\xf9";
  signal.divisor = 0;
  fate.signals = {signal};
  fate.kill_calls = {{"kill", 2, -1, 9, Moment(5)}};
  fate.group_kills = {{2, "/sys/fs/cgroup/a", {3, 4}, Moment(5)}};
  fate.oom_kills = {{2, "counter", true, Moment(6)}};
  fate.limits = {{"wall", "10s", true}};
  fate.resource_limits = {{"RLIMIT_CPU", 1, UINT64_MAX}};
  fate.out = {std::string("\x1b[31m\0", 6), 600};
  fate.observed.traced = true;
  return fate;
}

TEST(Wire, AFateArrivesAsItWasSent) {
  auto const arrived = wire::decode_fate(wire::encode(eventful()));
  ASSERT_TRUE(arrived);
  EXPECT_EQ(wire::encode(*arrived), wire::encode(eventful()));
  EXPECT_EQ(arrived->processes.at(0).name, std::string("a\0\xff\n", 4));
  EXPECT_EQ(arrived->signals.at(0).divisor, 0);
  EXPECT_EQ(arrived->group_kills.at(0).members, (std::vector{3, 4}));
  EXPECT_EQ(arrived->out.kept, std::string("\x1b[31m\0", 6));
}

TEST(Wire, CutOrForeignBytesAreAnErrorAndNoCrash) {
  auto const whole = wire::encode(eventful());
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_FALSE(wire::decode_fate(std::span(whole).first(length))) << length;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    auto damaged = whole;
    damaged[i] ^= 0x5a;
    static_cast<void>(wire::decode_fate(damaged)); // any answer will do, but there is one
  }
}

TEST(Wire, ASignalThatDoesNotExistIsRefused) {
  Fate fate;
  fate.ending = Killed{*Signal::from_number(9), false};
  auto bytes = wire::encode(fate);
  auto const nine = std::ranges::find(bytes, 9);
  ASSERT_NE(nine, bytes.end());
  *nine = 0;
  EXPECT_FALSE(wire::decode_fate(bytes));
}

} // namespace
} // namespace whodunit
