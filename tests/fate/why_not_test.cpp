// SPDX-License-Identifier: MIT
#include "fate/answer.hpp"

#include <gmock/gmock.h>

namespace whodunit {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(WhyNot, AStatusBeyond255GetsTheRangeAndTheReason) {
  auto const [problem, advice] = why_not(Field::status, "300");
  EXPECT_THAT(problem, HasSubstr("\"300\""));
  EXPECT_THAT(problem, HasSubstr("8 bits"));
  EXPECT_THAT(problem, HasSubstr("0 to 255"));
  EXPECT_THAT(advice, HasSubstr("echo $?"));
}

TEST(WhyNot, ANegativeStatusIsToldHowItShows) {
  EXPECT_THAT(why_not(Field::status, "-1").advice, HasSubstr("255"));
}

TEST(WhyNot, ASignalGivenAsAStatusIsNamed) {
  EXPECT_THAT(why_not(Field::status, "fpe").advice, HasSubstr("SIGFPE is a signal"));
}

TEST(WhyNot, ANumberThatIsNoSignalGetsTheRange) {
  for (auto const* text : {"0", "65", "300"})
    EXPECT_THAT(why_not(Field::signal, text).advice, HasSubstr("1 to 64")) << text;
}

TEST(WhyNot, ASlipOfTheHandGetsTheNearestName) {
  EXPECT_THAT(why_not(Field::signal, "SIGSEVG").advice, HasSubstr("did you mean \"SIGSEGV\"?"));
  EXPECT_THAT(why_not(Field::agent, "kernl").advice, HasSubstr("did you mean \"kernel\""));
  EXPECT_THAT(why_not(Field::cause, "devision by zero").advice,
              HasSubstr("did you mean \"arith.div-zero\""));
}

TEST(WhyNot, AnUnknownWordGetsTheShortList) {
  auto const [problem, advice] = why_not(Field::core, "perhaps");
  EXPECT_EQ(problem, "\"perhaps\" is no value of \"core\"");
  EXPECT_EQ(advice, "the values are yes, no, n/a");
}

TEST(WhyNot, AnUnknownCauseIsSentToTheVocabulary) {
  EXPECT_THAT(why_not(Field::cause, "gremlins of the night").advice,
              HasSubstr("whodunit vocabulary cause"));
}

TEST(WhyNot, ASignalGivenAsACauseIsSentOneStepFurther) {
  EXPECT_THAT(why_not(Field::cause, "segfault").advice, HasSubstr("SIGSEGV is the signal"));
}

TEST(WhyNot, AnEmptyValueIsSaidSo) {
  for (auto const field : all_fields()) {
    auto const [problem, advice] = why_not(field, " ");
    EXPECT_EQ(problem, "\"" + std::string(code(field)) + "\" has no value");
    EXPECT_FALSE(advice.empty());
  }
}

TEST(WhyNot, HostileTextIsCutAndMadePrintable) {
  auto const problem = why_not(Field::agent, "\x1b[2J" + std::string(1'000'000, 'x')).problem;
  EXPECT_LT(problem.size(), 150U);
  EXPECT_THAT(problem, Not(HasSubstr("\x1b")));
  EXPECT_THAT(problem, HasSubstr("\\x1b[2J"));
}

TEST(WhyNot, TextIsCutBetweenCharacters) {
  std::string text;
  while (text.size() < 100)
    text += "猫";
  EXPECT_THAT(why_not(Field::agent, "a" + text).problem, Not(HasSubstr("\\x")));
}

} // namespace
} // namespace whodunit
