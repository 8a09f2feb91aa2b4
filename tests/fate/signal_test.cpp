// SPDX-License-Identifier: MIT
#include "fate/signal.hpp"

#include <csignal>
#include <cstring>
#include <gtest/gtest.h>
#include <set>

namespace whodunit {
namespace {

Signal signal(int number) {
  return *Signal::from_number(number);
}

TEST(Signal, OnlyOneTo64Exist) {
  for (int const number : {-1, 0, 65, 136, 1000})
    EXPECT_EQ(Signal::from_number(number), std::nullopt);
  for (int number = 1; number <= highest_signal; ++number)
    EXPECT_EQ(signal(number).number(), number);
}

TEST(Signal, NumbersAreThoseOfThisSystem) {
  EXPECT_EQ(highest_signal, SIGRTMAX);
  EXPECT_EQ(first_realtime_signal, SIGRTMIN);
  EXPECT_EQ(highest_signal, NSIG - 1);
}

TEST(Signal, StandardNamesAreThoseOfTheCLibrary) {
  for (int number = 1; number < 32; ++number)
    EXPECT_EQ(Signal::parse(sigabbrev_np(number)), signal(number));
}

TEST(Signal, DescriptionsAreThoseOfStrsignal) {
  for (int number = 1; number <= highest_signal; ++number)
    EXPECT_EQ(signal(number).description(), strsignal(number));
}

TEST(Signal, RealTimeNamesCountFromTheNearerEndAsBashDoes) {
  EXPECT_EQ(signal(34).name(), "SIGRTMIN");
  EXPECT_EQ(signal(35).name(), "SIGRTMIN+1");
  EXPECT_EQ(signal(49).name(), "SIGRTMIN+15");
  EXPECT_EQ(signal(50).name(), "SIGRTMAX-14");
  EXPECT_EQ(signal(63).name(), "SIGRTMAX-1");
  EXPECT_EQ(signal(64).name(), "SIGRTMAX");
  EXPECT_EQ(signal(32).name(), "SIG32");
  EXPECT_EQ(signal(33).name(), "SIG33");
}

TEST(Signal, EveryNameNumberAndDescriptionRoundTrips) {
  for (int number = 1; number <= highest_signal; ++number) {
    auto const name = signal(number).name();
    EXPECT_EQ(Signal::parse(name), signal(number)) << name;
    EXPECT_EQ(Signal::parse(name.substr(3)), signal(number)) << name;
    EXPECT_EQ(Signal::parse(std::to_string(number)), signal(number));
    EXPECT_EQ(Signal::parse(signal(number).description()), signal(number));
  }
}

TEST(Signal, IsReadInEveryWayThatPeopleWriteIt) {
  for (auto const* text :
       {"SIGFPE", "FPE", "fpe", "sigfpe", "SigFpe", "8", " 8 ", "08", "signal 8", "-8", "kill -8",
        "-FPE", "kill -FPE", "SIGFPE (8)", "8) SIGFPE", "8/FPE", "Floating point exception"})
    EXPECT_EQ(Signal::parse(text), signal(8)) << text;
  EXPECT_EQ(Signal::parse("kill"), signal(9));
  EXPECT_EQ(Signal::parse("kill -9"), signal(9));
  EXPECT_EQ(Signal::parse("kill -15"), signal(15));
  EXPECT_EQ(Signal::parse("segfault"), signal(11));
}

TEST(Signal, KnowsItsOtherNames) {
  EXPECT_EQ(Signal::parse("SIGIOT"), signal(6));
  EXPECT_EQ(Signal::parse("SIGPOLL"), signal(29));
  EXPECT_EQ(Signal::parse("SIGCLD"), signal(17));
  EXPECT_EQ(Signal::parse("unused"), signal(31));
}

TEST(Signal, RealTimeOnesCountFromEitherEnd) {
  EXPECT_EQ(Signal::parse("RTMAX-29"), signal(35));
  EXPECT_EQ(Signal::parse("sigrtmin+30"), signal(64));
  for (auto const* text : {"RTMIN-1", "RTMAX+1", "RTMIN+31", "RTMAX-31", "RTMIN+", "RTMIN+-1",
                           "RTMIN+99999999999", "RTMINx"})
    EXPECT_EQ(Signal::parse(text), std::nullopt) << text;
}

TEST(Signal, WhatIsNoSignalIsNotGuessed) {
  for (auto const* text : {"", " ", "SIG", "0", "65", "136", "8.0", "0x8", "FPE SEGV", "SIGFP",
                           "none", "+8", "--8", "sig sig"})
    EXPECT_EQ(Signal::parse(text), std::nullopt) << text;
  EXPECT_EQ(Signal::parse(std::string(1'000'000, '9')), std::nullopt);
}

TEST(Signal, DefaultActionsAreThoseOfSignal7) {
  std::set<int> const core{SIGQUIT, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,
                           SIGFPE,  SIGSEGV, SIGXCPU, SIGXFSZ, SIGSYS};
  std::set<int> const stop{SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU};
  std::set<int> const ignore{SIGCHLD, SIGURG, SIGWINCH};
  for (int number = 1; number <= highest_signal; ++number) {
    auto const expected = core.contains(number)     ? DefaultAction::core
                          : stop.contains(number)   ? DefaultAction::stop
                          : ignore.contains(number) ? DefaultAction::ignore
                          : number == SIGCONT       ? DefaultAction::continues
                                                    : DefaultAction::terminate;
    EXPECT_EQ(signal(number).default_action(), expected) << number;
  }
}

TEST(Signal, EachHasAMeaningAndACauseInOneSentence) {
  for (int number = 1; number <= highest_signal; ++number)
    for (auto const text : {signal(number).meaning(), signal(number).usual_cause()}) {
      EXPECT_GT(text.size(), 20U) << number;
      EXPECT_LT(text.size(), 130U) << text;
      EXPECT_TRUE(text.ends_with('.')) << text;
      EXPECT_EQ(text.find(". "), std::string_view::npos) << text;
    }
}

} // namespace
} // namespace whodunit
