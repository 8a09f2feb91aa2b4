// SPDX-License-Identifier: MIT
#include "report/autopsy_text.hpp"

#include "../autopsy/made_fate.hpp"
#include "report/paragraph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(Fate fate) {
  return autopsy_text(examine(std::move(fate)));
}

Fate suicide() {
  auto fate = lone(killed_by(SIGKILL));
  fate.kill_calls.push_back(kill_call(first, first, SIGKILL));
  return fate;
}

TEST(AutopsyText, BeginsWithTheEndingAndWhatAShellShows) {
  EXPECT_TRUE(text_of(suicide()).starts_with(
      "subject was killed by SIGKILL. A shell shows that as 137.\n"));
  EXPECT_TRUE(text_of(lone(Exited{3})).starts_with("subject exited with code 3.\n"));
}

TEST(AutopsyText, EachClaimHasItsCertaintyAndEvidence) {
  auto const text = text_of(suicide());
  EXPECT_THAT(text, HasSubstr("(observed)"));
  EXPECT_THAT(text, HasSubstr("- seccomp: process 2 (subject) called kill(2, SIGKILL)"));
}

TEST(AutopsyText, UnknownIsSaid) {
  auto fate = lone(killed_by(SIGTERM));
  fate.observed = {};
  EXPECT_THAT(text_of(fate), HasSubstr("unknown"));
}

TEST(AutopsyText, NoControlCharacterReachesTheTerminal) {
  auto fate = suicide();
  fate.processes[0].name = "\x1b]0;x\x07";
  add_process(fate, 3, first, Exited{0});
  auto const text = text_of(fate);
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, HasSubstr("\\x1b"));
}

TEST(AutopsyText, LinesKeepToTheWidth) {
  std::istringstream lines(autopsy_text(
      examine(said(lone(killed_by(SIGABRT)), "a: Assertion `" + std::string(300, 'x'))), 60));
  for (std::string line; std::getline(lines, line);)
    EXPECT_LE(line.size(), 60U) << line;
}

TEST(AutopsyText, ATreeIsShownWhereThereIsOne) {
  EXPECT_THAT(text_of(suicide()), Not(HasSubstr("processes\n")));
  auto fate = suicide();
  add_process(fate, 3, first, Exited{0});
  add_process(fate, 4, 3, killed_by(SIGSEGV));
  EXPECT_THAT(text_of(fate),
              HasSubstr("    2 subject: killed by SIGKILL\n      3 relative: exited with code 0\n"
                        "        4 relative: killed by SIGSEGV\n"));
}

TEST(Paragraph, BreaksAtSpacesAndIndents) {
  EXPECT_EQ(paragraph("- ", "one two three four five six", 18),
            "- one two three\n  four five six\n");
  EXPECT_EQ(paragraph("", std::string(20, 'x'), 16), std::string(16, 'x') + "\nxxxx\n");
}

} // namespace
} // namespace whodunit::testing
