// SPDX-License-Identifier: MIT
// Which limit is said to have been hit, and on whose word.
#include "warden/limits_hit.hpp"

#include "fate/signal_code.hpp"

#include <csignal>
#include <gtest/gtest.h>

namespace whodunit {
namespace {

using namespace std::chrono_literals;

constexpr int process = 7;

Fate signalled(int signal, int code, int sender) {
  SignalRecord record{*Signal::from_number(signal)};
  record.code = code;
  record.sender = sender;
  record.target = process;
  Fate fate;
  fate.signals.push_back(record);
  return fate;
}

std::vector<std::string> names_of(Limits const& limits, Fate const& fate, bool overflowed = false) {
  std::vector<std::string> names;
  for (auto const& limit : limits_hit(limits, fate, overflowed))
    names.push_back(limit.name);
  return names;
}

using Names = std::vector<std::string>;

TEST(LimitsHit, TheKernelsSignalsTellOfTheirLimits) {
  EXPECT_EQ(names_of({.cpu = 5s}, signalled(SIGXCPU, code_kernel, 0)), Names{"cpu"});
  EXPECT_EQ(names_of({.file_size = Bytes{1}}, signalled(SIGXFSZ, code_user, process)),
            Names{"file-size"})
      << "the kernel signs it with the writer's own id";
}

TEST(LimitsHit, ASignalThatSomebodySentTellsOfNone) {
  EXPECT_EQ(names_of({.cpu = 5s}, signalled(SIGXCPU, code_user, 99)), Names{});
  auto fate = signalled(SIGXFSZ, code_user, process);
  fate.kill_calls.push_back({"kill", process, process, SIGXFSZ, Moment{}});
  EXPECT_EQ(names_of({.file_size = Bytes{1}}, fate), Names{});
}

TEST(LimitsHit, ALimitThatWasNotSetIsNotHit) {
  EXPECT_EQ(names_of({}, signalled(SIGXCPU, code_kernel, 0)), Names{});
}

TEST(LimitsHit, AnOverflowIsToldWithWhatWasKept) {
  auto const hit = limits_hit({.output = Bytes{1024}}, {}, true);
  ASSERT_EQ(hit.size(), 1U);
  EXPECT_EQ(hit[0].value, "1KiB");
}

} // namespace
} // namespace whodunit
