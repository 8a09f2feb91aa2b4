// SPDX-License-Identifier: MIT
// The first ten minutes, at a real terminal, with the real mysteries.
#include "learner.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>

namespace whodunit {
namespace {

using testing::HasSubstr;
using testing::Not;

using FirstMinutes = Learner;

void solve_first(Pty& terminal) {
  SHOWS(terminal, "Enter runs mystery000 here");
  terminal.type("\n");
  SHOWS(terminal, "Before you look");
  terminal.type("\n");
  SHOWS(terminal, "Which signal?");
  terminal.type("SIGFPE\n");
  SHOWS(terminal, "mystery000 is solved");
}

TEST_F(FirstMinutes, NewcomerIsWelcomedAndSolvesTheFirstCaseAtTheSecondTry) {
  auto terminal = at_terminal({});
  SHOWS(terminal, "Welcome to Whodunit.");
  SHOWS(terminal, "mystery000: The price list");
  SHOWS(terminal, "Enter runs mystery000 here");
  terminal.type("\n");
  SHOWS(terminal, "$ mystery000 Floating point exception");
  SHOWS(terminal, "Before you look: what will `echo $?` say?");
  terminal.type("8\n");
  SHOWS(terminal, "$ echo $? 136 You said 8.");
  SHOWS(terminal, "Which signal?");
  terminal.type("136\n");
  SHOWS(terminal, "right status 136");
  SHOWS(terminal, "not right signal 136");
  SHOWS(terminal, "136 is the shell's 128 + 8: what is signal 8?");
  terminal.type("\n");
  SHOWS(terminal, "Which signal?");
  terminal.type("fpe\n");
  SHOWS(terminal, "right signal SIGFPE");
  SHOWS(terminal, "mystery000 is solved. 136 - 128 = 8");
  SHOWS(terminal, "Next is mystery001");
  terminal.type("q\n");
  SHOWS(terminal, "What you have solved is kept.");
  EXPECT_EQ(terminal.wait(), 0);
  EXPECT_THAT(journal(), HasSubstr(R"("event":"attempted","case":"mystery000","score":0.5)"));
  EXPECT_THAT(journal(), HasSubstr(R"("event":"solved","case":"mystery000","score":1.0)"));
}

TEST_F(FirstMinutes, FourCasesInOneSittingEndWithTheirMap) {
  auto terminal = at_terminal({"answer", "000"});
  solve_first(terminal);
  terminal.type("\n");
  SHOWS(terminal, "Enter runs mystery001 here");
  terminal.type("\n");
  SHOWS(terminal, "Killed $ echo $? 137");
  SHOWS(terminal, "Which signal?");
  terminal.type("kill\n");
  SHOWS(terminal, "Who pulled the trigger?");
  terminal.type("oom killer\n");
  SHOWS(terminal, "mystery001 is solved");
  terminal.type("\n");
  SHOWS(terminal, "Enter runs mystery002 here");
  terminal.type("s\n");
  SHOWS(terminal, "137 again: the same killer?");
  SHOWS(terminal, "Who pulled the trigger?");
  terminal.type("self\n");
  SHOWS(terminal, "By what mechanism?");
  terminal.type("sig.kill\n");
  SHOWS(terminal, "mystery002 is solved");
  terminal.type("\n");
  SHOWS(terminal, "Enter runs mystery003 here");
  terminal.type("\n");
  SHOWS(terminal, "was there a signal at all?");
  SHOWS(terminal, "ending>");
  terminal.type("1\n");
  SHOWS(terminal, "agent>");
  terminal.type("self\n");
  SHOWS(terminal, "cause>");
  terminal.type("code.imitation\n");
  SHOWS(terminal, "mystery003 is solved");
  SHOWS(terminal, "What you know now");
  SHOWS(terminal, "000 A status above 128");
  SHOWS(terminal, "003 `$?` is not evidence");
  SHOWS(terminal, "Next is mystery004");
  terminal.type("q\n");
  EXPECT_EQ(terminal.wait(), 0);
}

TEST_F(FirstMinutes, LaterItTellsWhereYouAreAndWaitsForNothing) {
  auto first = at_terminal({"answer", "0"});
  solve_first(first);
  first.type("q\n");
  ASSERT_EQ(first.wait(), 0);
  auto later = at_terminal({});
  SHOWS(later, "You have solved 1 of");
  SHOWS(later, "Next is mystery001");
  EXPECT_EQ(later.wait(), 0);
  EXPECT_THAT(later.raw(), Not(HasSubstr("Welcome")));
}

TEST_F(FirstMinutes, HintsAreRememberedFromTheDialogueToTheCommand) {
  auto terminal = at_terminal({"answer", "000"});
  SHOWS(terminal, "Enter runs");
  terminal.type("s\n");
  SHOWS(terminal, "status>");
  terminal.type("h\n");
  SHOWS(terminal, "Hint 1");
  SHOWS(terminal, "2 more hints are left");
  terminal.type("q\n");
  EXPECT_EQ(terminal.wait(), W_EXITCODE(1, 0));
  auto const second = without_terminal("hint 000");
  EXPECT_THAT(second.text, HasSubstr("Hint 2"));
  EXPECT_THAT(second.text, HasSubstr("One more hint is left"));
}

TEST_F(FirstMinutes, WithoutTerminalNothingIsAsked) {
  auto const begin = without_terminal("");
  EXPECT_EQ(begin.status, 0);
  EXPECT_THAT(begin.text, HasSubstr("Next is mystery000"));
  auto const answer = without_terminal("answer 000");
  EXPECT_EQ(answer.status, W_EXITCODE(2, 0));
  EXPECT_THAT(answer.text, HasSubstr("answer 000 --set status="));
}

TEST_F(FirstMinutes, UnwritableStateFolderIsAWarningOnly) {
  auto terminal = at_terminal({"answer", "000"}, {"WHODUNIT_STATE=/dev/null/nowhere"});
  solve_first(terminal);
  EXPECT_THAT(terminal.raw(), HasSubstr("not remembered"));
  terminal.type("q\n");
  EXPECT_EQ(terminal.wait(), 0);
}

} // namespace
} // namespace whodunit
