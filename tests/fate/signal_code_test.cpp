// SPDX-License-Identifier: MIT
#include "fate/signal_code.hpp"

#include <csignal>
#include <gtest/gtest.h>

namespace whodunit {
namespace {

std::string name(int signal, int code) {
  return signal_code_name(*Signal::from_number(signal), code);
}

TEST(SignalCode, OneNumberMeansAnotherThingForEachSignal) {
  EXPECT_EQ(name(SIGFPE, 1), "FPE_INTDIV");
  EXPECT_EQ(name(SIGSEGV, 1), "SEGV_MAPERR");
  EXPECT_EQ(name(SIGBUS, 2), "BUS_ADRERR");
  EXPECT_EQ(name(SIGILL, 2), "ILL_ILLOPN");
  EXPECT_EQ(name(SIGSYS, 1), "SYS_SECCOMP");
}

TEST(SignalCode, SomeCodesBelongToEverySignal) {
  for (int const signal : {SIGSEGV, SIGTERM, 40}) {
    EXPECT_EQ(name(signal, SI_USER), "SI_USER");
    EXPECT_EQ(name(signal, SI_KERNEL), "SI_KERNEL");
    EXPECT_EQ(name(signal, SI_TKILL), "SI_TKILL");
    EXPECT_EQ(name(signal, SI_TIMER), "SI_TIMER");
  }
}

TEST(SignalCode, WhatHasNoNameIsItsNumber) {
  EXPECT_EQ(name(SIGTERM, 77), "77");
}

TEST(SignalCode, OnlyRequestsHaveASender) {
  EXPECT_TRUE(has_sender(SI_USER));
  EXPECT_TRUE(has_sender(SI_TKILL));
  EXPECT_TRUE(has_sender(SI_QUEUE));
  EXPECT_FALSE(has_sender(SI_KERNEL));
  EXPECT_FALSE(has_sender(SI_TIMER));
  EXPECT_FALSE(has_sender(FPE_INTDIV)) << "si_pid is part of the fault's address there";
}

} // namespace
} // namespace whodunit
