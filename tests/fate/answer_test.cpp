// SPDX-License-Identifier: MIT
#include "fate/answer.hpp"

#include <gtest/gtest.h>

namespace whodunit {
namespace {

Signal signal(int number) {
  return *Signal::from_number(number);
}
Answer status(int value) {
  return StatusAnswer{StatusAnswer::Kind::value, value};
}

TEST(StatusAnswer, Takes0To255) {
  for (int value = 0; value <= 255; ++value)
    EXPECT_EQ(parse_answer(Field::status, std::to_string(value)), status(value));
  EXPECT_EQ(parse_answer(Field::status, " 136\n"), status(136));
}

TEST(StatusAnswer, TakesVariesAndNone) {
  EXPECT_EQ(parse_answer(Field::status, "Varies"),
            Answer(StatusAnswer{StatusAnswer::Kind::varies}));
  EXPECT_EQ(parse_answer(Field::status, "none"), Answer(StatusAnswer{StatusAnswer::Kind::none}));
  EXPECT_EQ(parse_answer(Field::status, "no status yet"),
            Answer(StatusAnswer{StatusAnswer::Kind::none}));
}

TEST(StatusAnswer, TakesNothingElse) {
  for (auto const* text :
       {"", " ", "-1", "256", "300", "99999999999999999999", "1e2", "0x10", "1 2", "SIGFPE", "+1"})
    EXPECT_EQ(parse_answer(Field::status, text), std::nullopt) << text;
}

TEST(SignalAnswer, TakesNamesAndNumbersAlike) {
  for (auto const* text : {"SIGFPE", "fpe", "8"})
    EXPECT_EQ(parse_answer(Field::signal, text), Answer(SignalAnswer{signal(8)}));
}

TEST(SignalAnswer, TakesNone) {
  for (auto const* text : {"none", "None", "no signal"})
    EXPECT_EQ(parse_answer(Field::signal, text), Answer(SignalAnswer{}));
}

TEST(SignalAnswer, AShellStatusIsANearMissAndEqualToNoSignal) {
  for (int written = 129; written <= 192; ++written) {
    auto const answer = parse_answer(Field::signal, std::to_string(written));
    EXPECT_EQ(answer, Answer(SignalAnswer{std::nullopt, written}));
    EXPECT_NE(answer, Answer(SignalAnswer{}));
    EXPECT_EQ(to_string(*answer), std::to_string(written));
  }
  for (auto const* text : {"128", "193", "65", "0", "256"})
    EXPECT_EQ(parse_answer(Field::signal, text), std::nullopt) << text;
}

TEST(TermAnswer, IsReadByCodeLabelAndAlias) {
  for (auto const* text : {"arith.div-zero", "integer division by zero", "CWE-369"})
    EXPECT_EQ(parse_answer(Field::cause, text), Answer(term(Cause::arith_div_zero)));
  EXPECT_EQ(parse_answer(Field::cause, "no such thing"), std::nullopt);
}

TEST(WordAnswer, IsEqualWithoutCaseQuotesSpacesAndParentheses) {
  for (auto const* text :
       {"Worker_Main", "\"worker_main\"", " worker_main() ", "`worker_main()`", "'worker_main'"})
    EXPECT_EQ(parse_answer(Field::where, text), Answer(Word{"worker_main"})) << text;
  EXPECT_NE(parse_answer(Field::where, "worker_main2"), Answer(Word{"worker_main"}));
  EXPECT_NE(parse_answer(Field::where, "worker main"), Answer(Word{"worker_main"}));
}

TEST(WordAnswer, HasToSaySomething) {
  for (auto const* text : {"", "  ", "\"\"", "()", "'()'"})
    EXPECT_EQ(parse_answer(Field::where, text), std::nullopt) << text;
  EXPECT_EQ(parse_answer(Field::where, std::string(201, 'x')), std::nullopt);
}

TEST(Answer, OfDifferentFieldsIsDifferent) {
  EXPECT_NE(Answer(term(Agent::self)), Answer(term(Victim::self)));
}

TEST(Answer, CodesRoundTrip) {
  for (auto const field : all_fields())
    for (std::uint8_t index = 0; index < terms(field).size(); ++index) {
      Answer const answer = Term{field, index};
      EXPECT_EQ(parse_answer(field, to_string(answer)), answer);
      EXPECT_EQ(parse_answer(field, label(answer)), answer);
    }
  for (auto const* text : {"0", "255", "varies", "none"})
    EXPECT_EQ(to_string(*parse_answer(Field::status, text)), text);
  for (auto const* text : {"SIGFPE", "SIGRTMAX-3", "none", "136"})
    EXPECT_EQ(to_string(*parse_answer(Field::signal, text)), text);
}

TEST(Answer, LabelsAreForReaders) {
  EXPECT_EQ(label(term(Agent::kernel)), "the kernel, by a rule or a limit");
  EXPECT_EQ(label(StatusAnswer{StatusAnswer::Kind::varies}), "not always the same");
  EXPECT_EQ(label(SignalAnswer{}), "no signal");
  EXPECT_EQ(label(SignalAnswer{signal(8)}), "SIGFPE");
  EXPECT_EQ(label(status(136)), "136");
}

} // namespace
} // namespace whodunit
