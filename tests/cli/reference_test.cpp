// SPDX-License-Identifier: MIT
// signals, vocabulary and explain, as a user meets them.
#include "program_run.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace whodunit {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Columns, not bytes: `…` is one.
std::size_t widest_line(std::string const& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    auto const columns = std::count_if(line.begin(), line.end(), [](char byte) {
      return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    });
    widest = std::max(widest, static_cast<std::size_t>(columns));
  }
  return widest;
}

json object_of(std::vector<std::string> arguments) {
  arguments.emplace_back("--json");
  auto const run = run_whodunit_program(arguments);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, IsEmpty());
  return json::parse(run.out);
}

TEST(Signals, ShowsAll64In80Columns) {
  auto const run = run_whodunit_program({"signals"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_LE(widest_line(run.out), 80U);
  EXPECT_THAT(run.out, ContainsRegex("  8  SIGFPE +core +136 +264 +Floating point exception\n"));
  EXPECT_THAT(run.out, ContainsRegex(" 19  SIGSTOP +stop +147 +- +-\n"));
  EXPECT_THAT(run.out, ContainsRegex(" 64  SIGRTMAX +terminate +192 +320 "));
}

TEST(Signals, AsJsonHasEveryFact) {
  auto const object = object_of({"signals"});
  EXPECT_EQ(object["schema"], "whodunit.signals/1");
  ASSERT_EQ(object["signals"].size(), 64U);
  auto const fpe = object["signals"][7];
  EXPECT_EQ(fpe["number"], 8);
  EXPECT_EQ(fpe["name"], "SIGFPE");
  EXPECT_EQ(fpe["default_action"], "core");
  EXPECT_EQ(fpe["status"]["bash"], 136);
  EXPECT_EQ(fpe["status"]["ksh93"], 264);
  EXPECT_EQ(fpe["status"].size(), 7U);
  for (auto const* fact : {"description", "meaning", "usual_cause"})
    EXPECT_FALSE(fpe[fact].get<std::string>().empty());
}

TEST(Vocabulary, ShowsEveryFieldIn80Columns) {
  auto const run = run_whodunit_program({"vocabulary"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_LE(widest_line(run.out), 80U);
  for (auto const* text :
       {"agent: Who pulled the trigger?", "arith.div-zero      integer division by zero",
        "status: What did `echo $?` show?", "varies", "where: "})
    EXPECT_THAT(run.out, HasSubstr(text));
}

TEST(Vocabulary, OfOneFieldHasDefinitionsAndOtherNames) {
  auto const run = run_whodunit_program({"vocabulary", "why"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_LE(widest_line(run.out), 80U);
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("[arith] "), HasSubstr("CWE-369"), HasSubstr("divide by zero")));
  EXPECT_THAT(run.out, Not(HasSubstr("own-code")));
}

TEST(Vocabulary, AsJsonHasTwelveFieldsAnd73Causes) {
  auto const object = object_of({"vocabulary"});
  EXPECT_EQ(object["schema"], "whodunit.vocabulary/1");
  EXPECT_EQ(object["fields"].size(), 12U);
  auto const cause = object_of({"vocabulary", "cause"});
  ASSERT_EQ(cause["fields"].size(), 1U);
  EXPECT_EQ(cause["fields"][0]["values"].size(), 73U);
  EXPECT_EQ(cause["fields"][0]["values"][0]["code"], "arith.div-zero");
}

TEST(Vocabulary, AnUnknownFieldGetsTheNearestOne) {
  auto const run = run_whodunit_program({"vocabulary", "agnet"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, HasSubstr("did you mean \"agent\"?"));
}

TEST(Explain, Of136TellsTheSignalTheChoiceAndTheWayToSettleIt) {
  auto const run = run_whodunit_program({"explain", "136"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("cannot tell these apart"), HasSubstr("SIGFPE"),
                             HasSubstr("exit(136)"), HasSubstr("whodunit autopsy -- COMMAND"),
                             HasSubstr("exit_group(136)")));
  EXPECT_LT(run.out.find("SIGFPE"), run.out.find("exit(136)")) << "the usual reading comes first";
}

TEST(Explain, Of137SendsToTheKernelsLog) {
  EXPECT_THAT(run_whodunit_program({"explain", "137"}).out,
              AllOf(HasSubstr("dmesg"), HasSubstr("timeout")));
}

TEST(Explain, ASignalIsTheSameByNameAndByEveryOtherName) {
  auto const by_name = run_whodunit_program({"explain", "SIGFPE"});
  EXPECT_EQ(by_name.exit_code, 0);
  EXPECT_THAT(by_name.out, AllOf(HasSubstr("136"), HasSubstr("264"), Not(HasSubstr("To settle"))));
  EXPECT_EQ(run_whodunit_program({"explain", "fpe"}).out, by_name.out);
  EXPECT_EQ(run_whodunit_program({"explain", "Floating", "point", "exception"}).out, by_name.out);
}

TEST(Explain, Of8SaysThatItIsAStatusAndASignal) {
  auto const object = object_of({"explain", "8"});
  EXPECT_EQ(object["status"]["value"], 8);
  EXPECT_EQ(object["signal"]["name"], "SIGFPE");
  EXPECT_THAT(run_whodunit_program({"explain", "8"}).out, HasSubstr("also the number of a signal"));
}

TEST(Explain, OfKsh264IsOnlyTheSignal) {
  auto const object = object_of({"explain", "--shell", "ksh", "264"});
  EXPECT_EQ(object["schema"], "whodunit.explain/1");
  EXPECT_EQ(object["status"]["shell"], "ksh93");
  EXPECT_EQ(object["status"]["ambiguous"], false);
  ASSERT_EQ(object["status"]["meanings"].size(), 1U);
  EXPECT_EQ(object["status"]["meanings"][0]["ending"]["signal"], "SIGFPE");
}

TEST(Explain, Of136InKshIsNoSignal) {
  for (auto const& meaning : object_of({"explain", "--shell", "ksh", "136"})["status"]["meanings"])
    EXPECT_NE(meaning["origin"], "signal");
}

TEST(Explain, Of300IsAClearErrorInBashAndASignalInKsh) {
  auto const run = run_whodunit_program({"explain", "300"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, AllOf(HasSubstr("0 to 255"), HasSubstr("whodunit explain --shell ksh 300"),
                             HasSubstr("shows as 44")));
  EXPECT_EQ(run_whodunit_program({"explain", "--shell", "ksh", "300"}).exit_code, 0);
}

TEST(Explain, ARawWaitStatusIsRecognised) {
  EXPECT_THAT(run_whodunit_program({"explain", "35072"}).err, HasSubstr("exited with code 137"));
}

TEST(Explain, EveryStatusOfEveryShellFits80ColumnsAndHasOneUsualReading) {
  for (auto const* shell : {"bash", "dash", "zsh", "ksh", "mksh", "fish", "tcsh"})
    for (auto const* status :
         {"0", "1", "2", "64", "124", "126", "127", "128", "137", "147", "203", "245", "255"}) {
      auto const run = run_whodunit_program({"explain", "--shell", shell, status});
      EXPECT_EQ(run.exit_code, 0) << shell << ' ' << status;
      EXPECT_LE(widest_line(run.out), 80U) << run.out;
      EXPECT_THAT(run.out, HasSubstr("\n  usual ")) << shell << ' ' << status;
    }
}

TEST(Explain, BadInputIsMetKindlyWithStatus2) {
  for (auto const* text :
       {"-1", "256", "-9", "99999999999999999999", "frobnicate", "", "8.0", "\x1b[2J", "oom"}) {
    auto const run = run_whodunit_program({"explain", text});
    EXPECT_EQ(run.exit_code, 2) << text;
    EXPECT_THAT(run.out, IsEmpty());
    EXPECT_THAT(run.err, HasSubstr("whodunit explain")) << text;
    EXPECT_THAT(run.err, Not(HasSubstr("\x1b")));
  }
  EXPECT_EQ(run_whodunit_program({"explain"}).exit_code, 2);
  EXPECT_EQ(run_whodunit_program({"explain", "--shell", "command.com", "1"}).exit_code, 2);
}

TEST(Explain, ASlipOfTheHandGetsTheNearestSignal) {
  EXPECT_THAT(run_whodunit_program({"explain", "sigsevg"}).err, HasSubstr("SIGSEGV"));
}

} // namespace
} // namespace whodunit
