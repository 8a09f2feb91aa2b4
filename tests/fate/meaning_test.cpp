// SPDX-License-Identifier: MIT
#include "fate/meaning.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace whodunit {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

bool says(std::vector<Meaning> const& list, Origin origin, std::string_view text) {
  return std::ranges::any_of(list, [&](Meaning const& meaning) {
    return meaning.origin == origin && meaning.what.find(text) != std::string::npos;
  });
}

TEST(Meaning, EveryStatusOfEveryShellHasOneAndTheUsualOnesComeFirst) {
  for (auto const shell : all_shells())
    for (int status = 0; status <= largest_status(shell); ++status) {
      auto const list = meanings(shell, status);
      bool const exists = !endings_behind(shell, status).empty();
      EXPECT_EQ(exists, !list.empty()) << to_string(shell) << ' ' << status;
      EXPECT_EQ(exists, !settlings(shell, status).empty());
      EXPECT_TRUE(std::ranges::is_sorted(list, {}, &Meaning::likelihood));
      if (exists) {
        EXPECT_EQ(list.front().likelihood, Likelihood::usual) << to_string(shell) << ' ' << status;
      }
    }
}

TEST(Meaning, EveryEndingBehindAStatusIsAmongItsMeanings) {
  for (auto const shell : all_shells())
    for (int status = 0; status <= largest_status(shell); ++status)
      for (auto const& ending : endings_behind(shell, status))
        EXPECT_TRUE(
            std::ranges::any_of(meanings(shell, status),
                                [&](Meaning const& meaning) { return meaning.ending == ending; }))
            << to_string(shell) << ' ' << status;
}

TEST(Meaning, NobodyGivesANumberBeyondTheRange) {
  for (int const status : {-1, 256, 300})
    EXPECT_THAT(meanings(Shell::bash, status), IsEmpty());
}

TEST(Meaning, Of137ListsSignalChoiceTimeoutAndContainers) {
  auto const list = meanings(Shell::bash, 137);
  EXPECT_TRUE(says(list, Origin::signal, "SIGKILL"));
  EXPECT_TRUE(says(list, Origin::program, "exit(137)"));
  EXPECT_TRUE(says(list, Origin::tool, "timeout"));
  EXPECT_TRUE(says(list, Origin::tool, "container"));
}

TEST(Meaning, SigkillNeverDumpsCoreSoItIsNotSaid) {
  EXPECT_THAT(meanings(Shell::bash, 137).front().check, Not(HasSubstr("DUMPED")));
  EXPECT_THAT(meanings(Shell::bash, 136).front().check, HasSubstr("DUMPED"));
}

TEST(Meaning, ToolsKeepTheirNumbers) {
  EXPECT_TRUE(says(meanings(Shell::bash, 124), Origin::tool, "timeout"));
  for (int const status : {123, 124, 125})
    EXPECT_TRUE(says(meanings(Shell::dash, status), Origin::tool, "xargs")) << status;
  EXPECT_TRUE(says(meanings(Shell::bash, 255), Origin::tool, "ssh"));
}

TEST(Meaning, NotFoundIs127InAllButTcsh) {
  for (auto const shell : all_shells()) {
    bool const here = says(meanings(shell, 127), Origin::shell, "not found");
    EXPECT_EQ(here, shell != Shell::tcsh) << to_string(shell);
  }
  EXPECT_TRUE(says(meanings(Shell::tcsh, 1), Origin::shell, "not found"));
}

TEST(Meaning, AStoppedJobIsNotCalledDead) {
  EXPECT_TRUE(says(meanings(Shell::bash, 148), Origin::signal, "Nothing died"));
}

TEST(Meaning, PythonsNegativeNumbersAreRecognised) {
  EXPECT_TRUE(says(meanings(Shell::bash, 245), Origin::tool, "-11 for SIGSEGV"));
}

TEST(Meaning, ARawWaitStatusIsOnlyOneThatCanBe) {
  EXPECT_TRUE(says(meanings(Shell::bash, 136), Origin::tool, "killed by SIGFPE (core dumped)"));
  EXPECT_FALSE(says(meanings(Shell::bash, 137), Origin::tool, "raw wait status"));
  EXPECT_FALSE(says(meanings(Shell::bash, 0), Origin::tool, "raw wait status"));
}

TEST(Settling, TheAutopsyComesFirstAndTheKernelsLogOnlyForSigkill) {
  for (int const status : {1, 136, 137, 143}) {
    auto const list = settlings(Shell::bash, status);
    EXPECT_THAT(list.front().command, HasSubstr("whodunit autopsy"));
    bool const log = std::ranges::any_of(
        list, [](Settling const& way) { return way.command.find("dmesg") != std::string::npos; });
    EXPECT_EQ(log, status == 137) << status;
  }
}

TEST(Settling, RealTimeSignalsHaveTheirNamesInStrace) {
  EXPECT_THAT(settlings(Shell::bash, 128 + 34)[1].tells, HasSubstr("killed by SIGRT_2 "));
}

} // namespace
} // namespace whodunit
