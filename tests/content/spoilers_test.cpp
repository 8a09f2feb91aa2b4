// SPDX-License-Identifier: MIT
// A text that a learner reads before solving must not hold the answer.
#include "shelf.hpp"

#include <gtest/gtest.h>

namespace whodunit::content {
namespace {

class Spoiler : public testing::TestWithParam<std::string> {
protected:
  void expect_silence(std::string const& text, Field field) const {
    auto const truth = key_.truth.find(field);
    ASSERT_NE(truth, key_.truth.end()) << code(field);
    for (std::string const& word : {to_string(truth->second), label(truth->second)})
      EXPECT_FALSE(says(text, word)) << '"' << word << "\" stands in: " << text;
  }

  Case const case_ = case_of(GetParam());
  Key const key_ = key_of(GetParam());
};

TEST_P(Spoiler, IsNotInWhatIsReadBeforeTheQuestions) {
  for (Field const field : case_.asks)
    for (std::string const& text :
         {case_.title, case_.briefing, case_.lead, std::string(facts(field).question)})
      expect_silence(text, field);
}

TEST_P(Spoiler, IsNotInAHintBeforeTheLast) {
  ASSERT_EQ(case_.hints.size(), 3U);
  for (Field const field : case_.asks)
    for (std::string const& hint : {case_.hints[0], case_.hints[1]})
      expect_silence(hint, field);
}

TEST_P(Spoiler, IsNotInTheReasonForAWrongAnswer) {
  for (Misconception const& misconception : key_.misconceptions)
    for (auto const& [field, answer] : misconception.when)
      if (key_.truth.at(field) != answer)
        expect_silence(misconception.message, field);
}

INSTANTIATE_TEST_SUITE_P(Content, Spoiler, testing::ValuesIn(folders_in(folder("mysteries"))),
                         by_name);

} // namespace
} // namespace whodunit::content
