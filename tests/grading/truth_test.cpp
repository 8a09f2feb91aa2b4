// SPDX-License-Identifier: MIT
// What is true of a run, and when a machine is not the one that a key was made for.
#include "made_case.hpp"

#include <csignal>
#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Autopsy ended(Ending ending) {
  Autopsy autopsy;
  autopsy.fate.ending = std::move(ending);
  return autopsy;
}

Signal number(int value) {
  return *Signal::from_number(value);
}

TEST(Truth, OfADeathBySignalIsMeasured) {
  auto const truth = establish_truth(ended(Killed{number(SIGFPE), true}), division_key());
  EXPECT_THAT(truth.machine_differs, IsEmpty());
  EXPECT_EQ(truth.values, division_key().truth);
}

TEST(Truth, AnotherEndingIsTheMachinesFault) {
  auto const truth = establish_truth(ended(Exited{137}), division_key());
  EXPECT_THAT(truth.machine_differs,
              ElementsAre(Field::ending, Field::status, Field::signal, Field::core));
  EXPECT_EQ(truth.values.at(Field::status), answer(Field::status, "137"));
  EXPECT_EQ(truth.values.at(Field::signal), answer(Field::signal, "none"));
  EXPECT_EQ(truth.values.at(Field::core), answer(Field::core, "n/a"));
}

TEST(Truth, ACoreThatWasNotWrittenIsTheOnlyDifference) {
  auto const truth = establish_truth(ended(Killed{number(SIGFPE), false}), division_key());
  EXPECT_THAT(truth.machine_differs, ElementsAre(Field::core));
}

TEST(Truth, WhatLivesHasNoStatusEvenIfItIsStopped) {
  auto const truth =
      establish_truth(ended(Alive{LifeState::stopped, number(SIGSTOP)}), division_key());
  EXPECT_EQ(truth.values.at(Field::ending), answer(Field::ending, "stopped"));
  EXPECT_EQ(truth.values.at(Field::status), answer(Field::status, "none"));
  EXPECT_EQ(truth.values.at(Field::signal), answer(Field::signal, "SIGSTOP"));
}

TEST(Truth, WhatVariesIsTheKeysToSay) {
  auto key = division_key();
  key.truth.insert_or_assign(Field::status, answer(Field::status, "varies"));
  auto const truth = establish_truth(ended(Killed{number(SIGFPE), true}), key);
  EXPECT_THAT(truth.machine_differs, IsEmpty());
  EXPECT_EQ(truth.values.at(Field::status), answer(Field::status, "varies"));
}

TEST(Truth, AnAcceptedValueIsNoDifference) {
  auto key = division_key();
  key.leniency[Field::core].accept = {answer(Field::core, "no")};
  EXPECT_THAT(establish_truth(ended(Killed{number(SIGFPE), false}), key).machine_differs,
              IsEmpty());
}

TEST(Truth, OnlyACertainClaimSpeaksAgainstTheKey) {
  auto autopsy = ended(Killed{number(SIGFPE), true});
  autopsy.claims.agent.value = Agent::child;
  for (auto const certainty : {Certainty::unknown, Certainty::inferred}) {
    autopsy.claims.agent.certainty = certainty;
    EXPECT_THAT(establish_truth(autopsy, division_key()).machine_differs, IsEmpty());
  }
  for (auto const certainty : {Certainty::observed, Certainty::stand_in}) {
    autopsy.claims.agent.certainty = certainty;
    EXPECT_THAT(establish_truth(autopsy, division_key()).machine_differs,
                ElementsAre(Field::agent));
  }
  EXPECT_EQ(establish_truth(autopsy, division_key()).values.at(Field::agent),
            answer(Field::agent, "cpu"));
}

} // namespace
} // namespace whodunit::testing
