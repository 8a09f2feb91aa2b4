// SPDX-License-Identifier: MIT
// Cases and keys are read with the casebook's own readers, and agree with each other.
#include "shelf.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <set>

namespace whodunit::content {
namespace {

using testing::Contains;
using testing::SizeIs;

class Manifest : public testing::TestWithParam<std::string> {
protected:
  Case const case_ = case_of(GetParam());
  Key const key_ = key_of(GetParam());
};

TEST_P(Manifest, HasThreeHintsAndTwoLinesOfEvidence) {
  EXPECT_THAT(case_.hints, SizeIs(3));
  EXPECT_THAT(key_.evidence, SizeIs(2));
}

TEST_P(Manifest, OffersTheTruthAmongItsCauses) {
  if (std::ranges::count(case_.asks, Field::cause) == 0)
    return;
  ASSERT_TRUE(key_.truth.contains(Field::cause));
  EXPECT_THAT(case_.cause_choices, Contains(std::get<Term>(key_.truth.at(Field::cause))));
}

TEST_P(Manifest, HasATruthForEachFieldThatItAsks) {
  for (Field const field : case_.asks)
    EXPECT_TRUE(key_.truth.contains(field)) << code(field);
}

TEST_P(Manifest, AnswersOnlyWhatALearnerIsAsked) {
  for (Misconception const& misconception : key_.misconceptions)
    for (auto const& [field, answer] : misconception.when)
      EXPECT_THAT(case_.asks, Contains(field))
          << "nobody will ever read: " << misconception.message;
}

TEST_P(Manifest, HoldsNoTruthForAMisconception) {
  for (Misconception const& misconception : key_.misconceptions)
    EXPECT_TRUE(std::ranges::any_of(misconception.when, [this](auto const& given) {
      return key_.truth.at(given.first) != given.second;
    })) << misconception.message;
}

TEST_P(Manifest, TakesEachMisconceptionOnce) {
  std::vector<std::map<Field, Answer>> seen;
  for (Misconception const& misconception : key_.misconceptions) {
    EXPECT_EQ(std::ranges::count(seen, misconception.when), 0) << misconception.message;
    seen.push_back(misconception.when);
  }
}

TEST_P(Manifest, MakesAMisconceptionOfCausesThatItOffers) {
  for (Term const choice : case_.cause_choices) {
    if (Answer(choice) == key_.truth.at(Field::cause))
      continue;
    EXPECT_TRUE(std::ranges::any_of(
        key_.misconceptions,
        [choice](auto const& misconception) {
          return misconception.when == std::map<Field, Answer>{{Field::cause, choice}};
        }))
        << "no reason for " << code(choice);
  }
}

INSTANTIATE_TEST_SUITE_P(Content, Manifest, testing::ValuesIn(folders_in(folder("mysteries"))),
                         by_name);

} // namespace
} // namespace whodunit::content
