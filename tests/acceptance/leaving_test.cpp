// SPDX-License-Identifier: MIT
// Leaving at any point loses nothing and leaves the terminal as it was.
#include "learner.hpp"

#include <array>
#include <csignal>
#include <gmock/gmock.h>
#include <sys/wait.h>

namespace whodunit {
namespace {

using testing::HasSubstr;

constexpr char const* interrupt = "\x03";
constexpr char const* end_of_input = "\x04";

/// At which of the prompts the learner leaves: how many lines were typed before.
class Leaving : public Learner, public testing::WithParamInterface<std::size_t> {
protected:
  static void go_on_to_prompt(Pty& terminal) {
    struct Step {
      char const* prompt;
      char const* reply;
    };
    constexpr std::array steps{Step{"run 000 >", "\n"},  Step{"$?>", "\n"},
                               Step{"signal>", "136\n"}, Step{"q leaves. >", "\n"},
                               Step{"signal>", "8\n"},   Step{"q to leave>", "q\n"}};
    for (std::size_t step = 0; step < GetParam(); ++step) {
      SHOWS(terminal, steps.at(step).prompt);
      terminal.type(steps.at(step).reply);
    }
    SHOWS(terminal, steps.at(GetParam()).prompt);
  }
  bool solved_by_then() const { return GetParam() == 5; }
};

TEST_P(Leaving, EndOfInputLeavesKindly) {
  auto terminal = at_terminal({"answer", "000"});
  auto const before = terminal.mode();
  go_on_to_prompt(terminal);
  terminal.type(end_of_input);
  SHOWS(terminal, "What you have solved is kept.");
  auto const after = terminal.mode();
  EXPECT_EQ(terminal.wait(), solved_by_then() ? 0 : W_EXITCODE(1, 0));
  EXPECT_EQ(after.c_lflag, before.c_lflag);
  EXPECT_EQ(after.c_iflag, before.c_iflag);
  EXPECT_EQ(after.c_oflag, before.c_oflag);
}

TEST_P(Leaving, InterruptEndsByTheSignal) {
  auto terminal = at_terminal({"answer", "000"});
  auto const before = terminal.mode();
  go_on_to_prompt(terminal);
  terminal.type(interrupt);
  SHOWS(terminal, "What you have solved is kept.");
  auto const after = terminal.mode();
  EXPECT_EQ(terminal.wait(), SIGINT);
  EXPECT_EQ(after.c_lflag, before.c_lflag);
  EXPECT_EQ(journal().find("\"solved\"") != std::string::npos, solved_by_then());
}

TEST_P(Leaving, ClosedTerminalEndsIt) {
  auto terminal = at_terminal({"answer", "000"});
  go_on_to_prompt(terminal);
  terminal.hang_up();
  EXPECT_EQ(terminal.wait(), SIGHUP);
  EXPECT_EQ(journal().find("\"solved\"") != std::string::npos, solved_by_then());
}

INSTANTIATE_TEST_SUITE_P(AtEachPrompt, Leaving, testing::Range<std::size_t>(0, 6));

} // namespace
} // namespace whodunit
