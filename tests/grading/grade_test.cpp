// SPDX-License-Identifier: MIT
// What an answer earns, and which reason comes first.
#include "made_case.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::HasSubstr;

class Grading : public ::testing::Test {
protected:
  Grade graded(std::vector<Field> asks, Said const& said) const {
    return grade(asking(std::move(asks)), key, {key.truth, {}}, diagnosis(said));
  }
  FieldGrade only(Field field, std::string const& said) const {
    return graded({field}, {{field, said}}).fields.front();
  }
  void misconceive(Said const& when, double score, std::string message) {
    key.misconceptions.push_back({diagnosis(when).answers, score, std::move(message)});
  }

  Key key = division_key();
};

TEST_F(Grading, AllRightIsSolved) {
  auto const grade =
      graded({Field::status, Field::signal}, {{Field::status, "136"}, {Field::signal, "fpe"}});
  EXPECT_TRUE(grade.solved);
  EXPECT_EQ(grade.score, 1);
  EXPECT_EQ(grade.fields[0].verdict, Verdict::right);
}

TEST_F(Grading, AFieldLeftOutIsNamedAndUnsolved) {
  auto const grade = graded({Field::status, Field::signal}, {{Field::signal, "8"}});
  EXPECT_FALSE(grade.solved);
  EXPECT_EQ(grade.score, 0.5);
  EXPECT_EQ(grade.fields[0].verdict, Verdict::unanswered);
  EXPECT_FALSE(grade.fields[0].given);
  EXPECT_THAT(grade.fields[0].reason, HasSubstr("not answered yet"));
}

TEST_F(Grading, AFieldThatWasNotAskedCountsForNothing) {
  auto const grade = graded({Field::status}, {{Field::status, "136"}, {Field::agent, "terminal"}});
  EXPECT_TRUE(grade.solved);
  EXPECT_EQ(grade.score, 1);
  ASSERT_EQ(grade.fields.size(), 2U);
  EXPECT_EQ(grade.fields[1].verdict, Verdict::not_asked);
}

TEST_F(Grading, TheTruthOfTheRunCountsNotTheKeys) {
  Truth truth{key.truth, {}};
  truth.values.insert_or_assign(Field::status, answer(Field::status, "139"));
  EXPECT_TRUE(
      grade(asking({Field::status}), key, truth, diagnosis({{Field::status, "139"}})).solved);
}

TEST_F(Grading, TheKeyMayAcceptAndGiveHalf) {
  key.leniency[Field::remedy] = {{answer(Field::remedy, "isolate")},
                                 {answer(Field::remedy, "raise-limit")}};
  EXPECT_EQ(only(Field::remedy, "isolate").verdict, Verdict::right);
  EXPECT_EQ(only(Field::remedy, "raise-limit").verdict, Verdict::half);
  EXPECT_NE(only(Field::remedy, "raise-limit").reason, "");
  EXPECT_EQ(only(Field::remedy, "use-init").verdict, Verdict::wrong);
}

TEST_F(Grading, AMisconceptionGoesBeforeTheRule) {
  misconceive({{Field::signal, "SIGABRT"}}, 0, "not abort");
  EXPECT_EQ(only(Field::signal, "abrt").reason, "not abort");
  EXPECT_NE(only(Field::signal, "segv").reason, "not abort");
}

TEST_F(Grading, AMisconceptionMayEarnHalf) {
  misconceive({{Field::signal, "SIGABRT"}}, 0.5, "nearly");
  EXPECT_EQ(only(Field::signal, "abrt").verdict, Verdict::half);
}

TEST_F(Grading, TheMostSpecificMisconceptionGoesFirst) {
  misconceive({{Field::signal, "SIGKILL"}}, 0, "one");
  misconceive({{Field::signal, "SIGKILL"}, {Field::agent, "stranger"}}, 0, "both");
  auto const grade =
      graded({Field::signal, Field::agent}, {{Field::signal, "9"}, {Field::agent, "stranger"}});
  EXPECT_EQ(grade.fields[0].reason, "both");
  EXPECT_NE(grade.fields[1].reason, "both") << "a message is said once";
  EXPECT_NE(grade.fields[1].reason, "");
}

TEST_F(Grading, AMisconceptionNeedsAllItsConditions) {
  misconceive({{Field::signal, "SIGKILL"}, {Field::agent, "stranger"}}, 0, "both");
  auto const grade =
      graded({Field::signal, Field::agent}, {{Field::signal, "9"}, {Field::agent, "child"}});
  EXPECT_NE(grade.fields[0].reason, "both");
}

TEST_F(Grading, ARightAnswerIsNeverScoldedByAMisconception) {
  misconceive({{Field::status, "136"}, {Field::signal, "SIGKILL"}}, 0, "both");
  auto const grade =
      graded({Field::status, Field::signal}, {{Field::status, "136"}, {Field::signal, "9"}});
  EXPECT_EQ(grade.fields[0].verdict, Verdict::right);
  EXPECT_EQ(grade.fields[1].reason, "both");
}

TEST_F(Grading, TheFamilyOfTheCauseEarnsHalf) {
  EXPECT_EQ(only(Field::cause, "arith.div-overflow").verdict, Verdict::half);
  EXPECT_EQ(only(Field::cause, "mem.null").verdict, Verdict::wrong);
}

TEST_F(Grading, TheKernelForTheProcessorEarnsHalfUnlessTheKeySaysNo) {
  EXPECT_EQ(only(Field::agent, "kernel").verdict, Verdict::half);
  misconceive({{Field::agent, "kernel"}}, 0, "no");
  EXPECT_EQ(only(Field::agent, "kernel").verdict, Verdict::wrong);
}

} // namespace
} // namespace whodunit::testing
