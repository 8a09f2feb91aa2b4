// SPDX-License-Identifier: MIT
// What a diagnosis file may hold, and what is said to the slips that people make in it.
#include "casebook/diagnosis.hpp"

#include "file_tree.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class DiagnosisFile : public FileTree {
protected:
  Checked<Diagnosis> read(std::string_view text) const {
    return read_diagnosis(write("000.toml", text));
  }
  Answer only(std::string_view text) const {
    auto const diagnosis = read(text);
    EXPECT_EQ(complaint_of(diagnosis), "");
    return diagnosis && diagnosis->answers.size() == 1 ? diagnosis->answers.begin()->second
                                                       : Answer(Word{"not one answer"});
  }
};

Answer status(int value) {
  return StatusAnswer{StatusAnswer::Kind::value, value};
}

TEST_F(DiagnosisFile, HoldsCaseNotesAndAnswers) {
  auto const diagnosis = read("format = 1\ncase = \"mystery000\"\nnotes = \"I saw it\"\n"
                              "status = 136\nsignal = \"SIGFPE\"\n");
  ASSERT_EQ(complaint_of(diagnosis), "");
  EXPECT_EQ(diagnosis->case_name, "mystery000");
  EXPECT_EQ(diagnosis->notes, "I saw it");
  EXPECT_EQ(diagnosis->answers.at(Field::status), status(136));
  EXPECT_EQ(diagnosis->answers.at(Field::signal), Answer(SignalAnswer{Signal::from_number(8)}));
}

TEST_F(DiagnosisFile, StatusMayBeTextOrAWord) {
  EXPECT_EQ(only("status = \"136\""), status(136));
  EXPECT_EQ(only("status = \"varies\""), Answer(StatusAnswer{StatusAnswer::Kind::varies}));
  EXPECT_EQ(only("status = \"none\""), Answer(StatusAnswer{StatusAnswer::Kind::none}));
}

TEST_F(DiagnosisFile, SignalMayBeANumber) {
  EXPECT_EQ(only("signal = 8"), Answer(SignalAnswer{Signal::from_number(8)}));
}

TEST_F(DiagnosisFile, CoreMayBeTrueOrFalse) {
  EXPECT_EQ(only("core = true"), Answer(term(Core::yes)));
  EXPECT_EQ(only("core = false"), Answer(term(Core::no)));
}

TEST_F(DiagnosisFile, FieldsGoByTheirAliases) {
  EXPECT_EQ(only("killer = \"cpu\""), Answer(term(Agent::cpu)));
}

TEST_F(DiagnosisFile, ABlankAnswerIsNoAnswer) {
  auto const diagnosis = read("agent = \"\"\nsignal = \" \"\n");
  ASSERT_EQ(complaint_of(diagnosis), "");
  EXPECT_TRUE(diagnosis->answers.empty());
}

TEST_F(DiagnosisFile, ByteOrderMarkAndCrlfAreFine) {
  EXPECT_EQ(only("\xef\xbb\xbf# mine\r\nstatus = 136\r\n"), status(136));
}

TEST_F(DiagnosisFile, ALinkToAFileIsFine) {
  auto const file = write("real.toml", "status = 1");
  std::filesystem::create_symlink(file, root_ / "link.toml");
  EXPECT_EQ(complaint_of(read_diagnosis(root_ / "link.toml")), "");
}

TEST_F(DiagnosisFile, UnknownFieldNamesTheNearest) {
  EXPECT_EQ(complaint_of(read("\nsignl = \"SIGFPE\"")),
            "000.toml:2:1: unknown field \"signl\"; did you mean \"signal\"?");
  EXPECT_EQ(complaint_of(read("nots = \"x\"")),
            "000.toml:1:1: unknown field \"nots\"; did you mean \"notes\"?");
}

TEST_F(DiagnosisFile, UnknownValueStandsAtItsPlace) {
  EXPECT_THAT(complaint_of(read("status = 1\nagent = \"kernal\"")),
              AllOf(StartsWith("000.toml:2:9: "), HasSubstr("kernal"), HasSubstr("kernel")));
}

TEST_F(DiagnosisFile, StatusOutOfRangeSaysTheRange) {
  EXPECT_THAT(complaint_of(read("status = 300")),
              AllOf(StartsWith("000.toml:1:10: "), HasSubstr("255")));
  EXPECT_THAT(complaint_of(read("status = -1")),
              AllOf(StartsWith("000.toml:1:10: "), HasSubstr("255")));
  EXPECT_NE(complaint_of(read("status = 9223372036854775807")), "");
}

TEST_F(DiagnosisFile, WrongTypeSaysWhatItIsAndWhatItShouldBe) {
  EXPECT_EQ(complaint_of(read("status = 1.5")), "000.toml:1:10: \"status\" is a number with a "
                                                "point; it should be a whole number from 0 to 255, "
                                                "\"varies\" or \"none\"");
  EXPECT_THAT(complaint_of(read("agent = 9")),
              HasSubstr("\"agent\" is a whole number; it should be text"));
  EXPECT_THAT(complaint_of(read("cause = [\"oom\"]")), HasSubstr("\"cause\" is a list"));
  EXPECT_THAT(complaint_of(read("[agent]\nx = 1")), HasSubstr("\"agent\" is a table"));
  EXPECT_THAT(complaint_of(read("status = 1979-05-27")), HasSubstr("is a date or time"));
  EXPECT_THAT(complaint_of(read("notes = 1")), HasSubstr("\"notes\" is a whole number"));
}

TEST_F(DiagnosisFile, TextWithoutQuotesIsExplained) {
  EXPECT_THAT(complaint_of(read("signal = SIGFPE")),
              AllOf(StartsWith("000.toml:1:10: "), HasSubstr("double quotes")));
}

TEST_F(DiagnosisFile, AllSlipsAreToldAtOnceInOrder) {
  EXPECT_THAT(complaints_of(read("signl = 1\nstatus = 999\nformat = 2")),
              ElementsAre(StartsWith("000.toml:1:1"), StartsWith("000.toml:2:10"),
                          StartsWith("000.toml:3:10")));
}

TEST_F(DiagnosisFile, OneFieldTwiceIsASlipUnderAnyName) {
  EXPECT_THAT(complaint_of(read("status = 1\nstatus = 2")), StartsWith("000.toml:2:"));
  EXPECT_EQ(complaint_of(read("signal = 9\nsig = 8")),
            "000.toml:2:1: \"signal\" is given twice; keep one of the two");
}

TEST_F(DiagnosisFile, AnEmptyFileIsToldHowToBegin) {
  for (auto const* const text : {"", " \r\n\n", "\xef\xbb\xbf"})
    EXPECT_THAT(complaint_of(read(text)),
                AllOf(StartsWith("000.toml: is empty"), HasSubstr("status = ")));
  EXPECT_THAT(complaint_of(read("# nothing yet\n")), StartsWith("000.toml: says nothing"));
}

TEST_F(DiagnosisFile, InvalidUtf8HasItsPlace) {
  EXPECT_THAT(complaint_of(read("agent = \"\xff\"")),
              AllOf(StartsWith("000.toml:1:"), HasSubstr("UTF-8")));
}

} // namespace
} // namespace whodunit::testing
