// SPDX-License-Identifier: MIT
// The general rules: every wrong value has a reason, and no reason gives the right one away.
#include "grading/reasons.hpp"

#include "made_case.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string const program = "mystery000";

Reason reason(Field field, std::string const& given,
              std::map<Field, Answer> const& truth = division_key().truth) {
  auto const value = answer(field, given);
  return general_reason({program, field, value, truth});
}

// The fake: exit(137), and no signal at all.
std::map<Field, Answer> imitation() {
  auto truth = division_key().truth;
  for (auto const& [field, text] : Said{{Field::ending, "exited"},
                                        {Field::status, "137"},
                                        {Field::signal, "none"},
                                        {Field::core, "n/a"},
                                        {Field::agent, "self"},
                                        {Field::cause, "code.imitation"}})
    truth.insert_or_assign(field, answer(field, text));
  return truth;
}

TEST(SignalReason, AShellStatusIsTakenApart) {
  EXPECT_THAT(reason(Field::signal, "136").text,
              HasSubstr("136 is the shell's 128 + 8: what is signal 8?"));
}

TEST(SignalReason, WhereThereIsNoneAShellStatusIsOnlyDoubted) {
  EXPECT_THAT(reason(Field::signal, "137", imitation()).text,
              AllOf(HasSubstr("can be 128 + 9"), HasSubstr("what the program itself returned")));
}

TEST(SignalReason, AnotherSignalIsMeasuredByWhatItWouldShow) {
  EXPECT_THAT(reason(Field::signal, "SIGABRT").text, HasSubstr("SIGABRT would show as 134"));
}

TEST(SignalReason, ASignalOfAChildIsNotTheOneAskedFor) {
  auto truth = imitation();
  truth.insert_or_assign(Field::victim, answer(Field::victim, "child"));
  EXPECT_THAT(reason(Field::signal, "SIGKILL", truth).text,
              HasSubstr("the process that you started"));
}

TEST(StatusReason, ASignalsNumberIsNotTheStatus) {
  EXPECT_THAT(reason(Field::status, "8").text,
              AllOf(HasSubstr("returned 8"), HasSubstr("echo $?")));
}

TEST(StatusReason, ZeroIsTheLastCommands) {
  EXPECT_THAT(reason(Field::status, "0").text, HasSubstr("last command succeeded"));
}

TEST(StatusReason, TheShellsOwnWordsAreNamed) {
  EXPECT_THAT(reason(Field::status, "127").text, HasSubstr("did not find"));
  EXPECT_THAT(reason(Field::status, "126").text, HasSubstr("could not execute"));
  EXPECT_THAT(reason(Field::status, "130").text, HasSubstr("^C"));
  EXPECT_THAT(reason(Field::status, "148").text, HasSubstr("^Z"));
}

TEST(StatusReason, AnInventedSumIsDoubted) {
  auto truth = imitation();
  truth.insert_or_assign(Field::status, answer(Field::status, "9"));
  EXPECT_THAT(reason(Field::status, "137", truth).text, HasSubstr("Did you add 128 yourself?"));
}

TEST(StatusReason, WhatVariesMustBeRunMoreThanOnce) {
  auto truth = imitation();
  truth.insert_or_assign(Field::status, answer(Field::status, "varies"));
  EXPECT_THAT(reason(Field::status, "3", truth).text, HasSubstr("five times"));
}

TEST(EndingReason, ANumberCannotTellExitedFromKilled) {
  EXPECT_THAT(reason(Field::ending, "exited").text, HasSubstr("`strace mystery000"));
  EXPECT_EQ(reason(Field::ending, "exited").text, reason(Field::ending, "killed", imitation()).text)
      << "the same words both ways, so they betray nothing";
}

TEST(AgentReason, TheKernelIsLiterallyTrueForAFault) {
  auto const said = reason(Field::agent, "kernel");
  EXPECT_TRUE(said.half);
  EXPECT_THAT(said.text, AllOf(HasSubstr("Literally true"), Not(HasSubstr("cpu")),
                               Not(HasSubstr("processor"))));
}

TEST(CauseReason, TheRightFamilyNamesWhatTellsItsMembersApart) {
  auto const said = reason(Field::cause, "arith.fp-trap");
  EXPECT_TRUE(said.half);
  EXPECT_THAT(said.text,
              AllOf(HasSubstr("The right family"), HasSubstr("operands"), HasSubstr("mystery000")));
}

// Each value of each closed field, given where another is right.
TEST(EveryReason, IsThereAndDoesNotNameTheAnswer) {
  for (auto const& truth : {division_key().truth, imitation()})
    for (auto const field : all_fields())
      for (auto const& value : terms(field)) {
        auto const& right = std::get<Term>(truth.at(field));
        if (value.code == code(right))
          continue;
        auto const said = reason(field, std::string(value.code), truth).text;
        EXPECT_NE(said, "") << code(field) << " = " << value.code;
        EXPECT_EQ(said.find("{"), std::string::npos) << said;
        if (code(right).find('.') != std::string_view::npos) { // the others are everyday words
          EXPECT_THAT(said, Not(HasSubstr(std::string(code(right)))));
        }
      }
}

// Reasons about signals and statuses never say the number or name that is asked for.
TEST(EveryReason, LeavesTheMeasuringToTheLearner) {
  for (int status = 0; status < 256; ++status)
    if (status != 136) {
      EXPECT_THAT(reason(Field::status, std::to_string(status)).text, Not(HasSubstr("136")));
    }
  for (int signal = 1; signal <= highest_signal; ++signal)
    if (signal != 8) {
      EXPECT_THAT(reason(Field::signal, std::to_string(signal)).text, Not(HasSubstr("SIGFPE")));
    }
}

} // namespace
} // namespace whodunit::testing
