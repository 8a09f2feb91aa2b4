// SPDX-License-Identifier: MIT
#include "fate/shell.hpp"

#include <gmock/gmock.h>

namespace whodunit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Signal signal(int number) {
  return *Signal::from_number(number);
}

TEST(ShellStatus, Ksh93Adds256AndAllOthers128) {
  for (auto const shell : all_shells())
    for (int number = 1; number <= highest_signal; ++number)
      for (bool const core : {false, true})
        EXPECT_EQ(shell_status(shell, Killed{signal(number), core}),
                  (shell == Shell::ksh93 ? 256 : 128) + number);
}

TEST(ShellStatus, AnExitCodeIsShownAsItIs) {
  for (auto const shell : all_shells())
    for (int code = 0; code <= 255; ++code)
      EXPECT_EQ(shell_status(shell, Exited{code}), code);
}

TEST(ShellStatus, AStoppedJobHasOneInBashDashAndZsh) {
  Ending const stopped = Alive{LifeState::stopped, signal(20)};
  for (auto const shell : {Shell::bash, Shell::dash, Shell::zsh})
    EXPECT_EQ(shell_status(shell, stopped), 148);
  for (auto const shell : {Shell::ksh93, Shell::mksh, Shell::fish, Shell::tcsh})
    EXPECT_EQ(shell_status(shell, stopped), std::nullopt);
}

TEST(ShellStatus, TheLivingHaveNone) {
  for (auto const state : {LifeState::running, LifeState::sleeping, LifeState::traced,
                           LifeState::zombie, LifeState::uninterruptible})
    EXPECT_EQ(shell_status(Shell::bash, Alive{state}), std::nullopt);
}

TEST(EndingsBehind, A136IsASignalOrAnExitCode) {
  EXPECT_THAT(endings_behind(Shell::bash, 136),
              ElementsAre(Ending(Killed{signal(8), false}), Ending(Exited{136})));
}

TEST(EndingsBehind, In136Ksh93SeesOnlyAnExitCode) {
  EXPECT_THAT(endings_behind(Shell::ksh93, 136), ElementsAre(Ending(Exited{136})));
  EXPECT_THAT(endings_behind(Shell::ksh93, 264), ElementsAre(Ending(Killed{signal(8), false})));
}

TEST(EndingsBehind, AStopSignalStopsAndDoesNotKill) {
  EXPECT_THAT(endings_behind(Shell::bash, 147),
              ElementsAre(Ending(Alive{LifeState::stopped, signal(19)}), Ending(Exited{147})));
  EXPECT_THAT(endings_behind(Shell::fish, 147), ElementsAre(Ending(Exited{147})));
}

TEST(EndingsBehind, ASignalThatIsIgnoredByDefaultKillsNobody) {
  EXPECT_THAT(endings_behind(Shell::bash, 128 + 17), ElementsAre(Ending(Exited{145})));
}

TEST(EndingsBehind, ANumberThatNoProcessGivesHasNone) {
  for (int const status : {-1, 256, 300, 1000})
    EXPECT_THAT(endings_behind(Shell::bash, status), IsEmpty());
  EXPECT_THAT(endings_behind(Shell::ksh93, 256), IsEmpty());
  EXPECT_THAT(endings_behind(Shell::ksh93, 321), IsEmpty());
}

TEST(EndingsBehind, EveryEndingIsAmongThoseBehindItsStatus) {
  for (auto const shell : all_shells())
    for (int status = 0; status <= largest_status(shell); ++status)
      for (auto const& ending : endings_behind(shell, status))
        EXPECT_EQ(shell_status(shell, ending), status) << to_string(shell);
}

TEST(Shell, LargestStatusIs255Or320) {
  for (auto const shell : all_shells())
    EXPECT_EQ(largest_status(shell), shell == Shell::ksh93 ? 320 : 255);
}

TEST(Shell, NamesAreReadAlsoAsPaths) {
  for (auto const shell : all_shells())
    EXPECT_EQ(parse_shell(to_string(shell)), shell);
  EXPECT_EQ(parse_shell("sh"), Shell::dash);
  EXPECT_EQ(parse_shell("ksh"), Shell::ksh93);
  EXPECT_EQ(parse_shell("/usr/bin/zsh"), Shell::zsh);
  EXPECT_EQ(parse_shell("BASH"), Shell::bash);
  for (auto const* name : {"", "/", "powershell", "bash "})
    EXPECT_EQ(parse_shell(name), std::nullopt);
}

} // namespace
} // namespace whodunit
