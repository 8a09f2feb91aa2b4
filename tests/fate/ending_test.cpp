// SPDX-License-Identifier: MIT
#include "fate/ending.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>

namespace whodunit {
namespace {

Signal signal(int number) {
  return *Signal::from_number(number);
}

TEST(WaitStatus, EveryExitCodeIsDecodedAsTheMacrosOfTheSystemDoAndBack) {
  for (int code = 0; code <= 255; ++code) {
    int const status = W_EXITCODE(code, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(decode_wait_status(status), Ending(Exited{WEXITSTATUS(status)}));
    EXPECT_EQ(wait_status_of(Exited{code}), status);
  }
}

TEST(WaitStatus, EveryDeathBySignalIsDecodedWithAndWithoutCoreAndBack) {
  for (int number = 1; number <= highest_signal; ++number)
    for (bool const core : {false, true}) {
      int const status = W_EXITCODE(0, number) | (core ? WCOREFLAG : 0);
      ASSERT_TRUE(WIFSIGNALED(status));
      Ending const expected = Killed{signal(WTERMSIG(status)), core};
      EXPECT_EQ(decode_wait_status(status), expected);
      EXPECT_EQ(wait_status_of(expected), status);
    }
}

TEST(WaitStatus, EveryStopIsDecodedAndBack) {
  for (int number = 1; number <= highest_signal; ++number) {
    int const status = W_STOPCODE(number);
    ASSERT_TRUE(WIFSTOPPED(status));
    Ending const expected = Alive{LifeState::stopped, signal(WSTOPSIG(status))};
    EXPECT_EQ(decode_wait_status(status), expected);
    EXPECT_EQ(wait_status_of(expected), status);
  }
}

TEST(WaitStatus, EachOf65536ValuesIsDecodedAsTheMacrosSayOrIsNone) {
  for (int status = 0; status <= 0xffff; ++status) {
    auto const ending = decode_wait_status(status);
    if (!ending)
      continue;
    EXPECT_EQ(std::holds_alternative<Exited>(*ending), WIFEXITED(status)) << status;
    EXPECT_EQ(std::holds_alternative<Killed>(*ending), WIFSIGNALED(status)) << status;
    EXPECT_EQ(std::holds_alternative<Alive>(*ending), WIFSTOPPED(status)) << status;
    EXPECT_EQ(wait_status_of(*ending), status);
  }
}

TEST(WaitStatus, ExitNineIsNotSigkill) {
  EXPECT_EQ(decode_wait_status(0x0900), Ending(Exited{9}));
  EXPECT_EQ(decode_wait_status(0x0009), Ending(Killed{signal(9), false}));
}

TEST(WaitStatus, Exit137IsNotSigkill) {
  EXPECT_EQ(decode_wait_status(137 << 8), Ending(Exited{137}));
}

TEST(WaitStatus, ContinuedIsNoEnding) {
  EXPECT_EQ(decode_wait_status(0xffff), std::nullopt);
}

TEST(WaitStatus, WhatWaitNeverReturnsIsNone) {
  for (int const status : {-1, 0x80, 0x7f, 65, 0x0101, 0x10000, 0x1057f, 127 << 8 | 0x7f})
    EXPECT_EQ(decode_wait_status(status), std::nullopt) << status;
}

TEST(WaitStatus, OfTheLivingThereIsNone) {
  for (auto const state : {LifeState::traced, LifeState::zombie, LifeState::running,
                           LifeState::sleeping, LifeState::uninterruptible})
    EXPECT_EQ(wait_status_of(Alive{state}), std::nullopt);
  EXPECT_EQ(wait_status_of(Alive{LifeState::stopped}), std::nullopt);
}

TEST(LifeState, LettersAreThoseOfProc) {
  EXPECT_EQ(life_state_from_letter('T'), LifeState::stopped);
  EXPECT_EQ(life_state_from_letter('t'), LifeState::traced);
  EXPECT_EQ(life_state_from_letter('Z'), LifeState::zombie);
  EXPECT_EQ(life_state_from_letter('R'), LifeState::running);
  EXPECT_EQ(life_state_from_letter('S'), LifeState::sleeping);
  EXPECT_EQ(life_state_from_letter('D'), LifeState::uninterruptible);
  for (char const letter : {'X', 'I', 'r', '\0', ' '})
    EXPECT_EQ(life_state_from_letter(letter), std::nullopt);
}

TEST(Ending, ReadsAsASentence) {
  EXPECT_EQ(to_string(Exited{137}), "exited with code 137");
  EXPECT_EQ(to_string(Killed{signal(8), true}), "killed by SIGFPE (core dumped)");
  EXPECT_EQ(to_string(Killed{signal(9), false}), "killed by SIGKILL");
  EXPECT_EQ(to_string(Alive{LifeState::stopped, signal(19)}), "still stopped by SIGSTOP");
  EXPECT_EQ(to_string(Alive{LifeState::sleeping, {}, "read on descriptor 0"}),
            "still sleeping: read on descriptor 0");
  EXPECT_EQ(to_string(Alive{LifeState::zombie}), "still a zombie");
}

} // namespace
} // namespace whodunit
