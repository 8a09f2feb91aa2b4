// SPDX-License-Identifier: MIT
// The dialogue on terminals of all kinds, and with input of all kinds.
#include "learner.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <sys/wait.h>

namespace whodunit {
namespace {

using testing::HasSubstr;
using testing::Not;

using Screens = Learner;

void answer_wrongly_with_everything(Pty& terminal) {
  SHOWS(terminal, "q leaves.");
  terminal.type("\n");
  SHOWS(terminal, "$?>");
  terminal.type("1\n");
  SHOWS(terminal, "signal>");
  terminal.type("?\n");
  SHOWS(terminal, "none");
  SHOWS(terminal, "signal>");
  terminal.type("h\n");
  SHOWS(terminal, "signal>");
  terminal.type("SIGSEGV\n");
  SHOWS(terminal, "q leaves. >");
  terminal.type("q\n");
  ASSERT_TRUE(terminal.wait());
}

std::size_t widest_line(std::string const& raw) {
  std::size_t widest = 0;
  std::size_t columns = 0;
  bool escape = false;
  for (char const byte : raw) {
    escape = escape || byte == '\x1b';
    if (byte == '\n' || byte == '\r')
      columns = 0;
    else if (!escape && (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U)
      widest = std::max(widest, ++columns);
    if (byte == 'm')
      escape = false;
  }
  return widest;
}

TEST_F(Screens, NarrowTerminalIsNeverOverrun) {
  constexpr unsigned short narrow = 40;
  auto terminal = at_terminal({"answer", "000"}, {}, narrow);
  answer_wrongly_with_everything(terminal);
  EXPECT_LE(widest_line(terminal.raw()), narrow) << terminal.raw();
}

TEST_F(Screens, WideTerminalIsUsed) {
  auto terminal = at_terminal({"answer", "000"}, {}, 160);
  answer_wrongly_with_everything(terminal);
  EXPECT_GT(widest_line(terminal.raw()), 120U) << terminal.raw();
}

TEST_F(Screens, ColourIsThereUnlessItIsUnwanted) {
  auto coloured = at_terminal({"answer", "000"});
  answer_wrongly_with_everything(coloured);
  EXPECT_THAT(coloured.raw(), HasSubstr("\x1b["));
  for (auto const* unwanted : {"NO_COLOR=1", "TERM=dumb", "TERM="}) {
    auto plain = at_terminal({"answer", "000"}, {unwanted});
    answer_wrongly_with_everything(plain);
    EXPECT_THAT(plain.raw(), Not(HasSubstr("\x1b"))) << unwanted;
    EXPECT_THAT(plain.raw(), HasSubstr("not right")) << "what colour says, a word says too";
  }
}

TEST_F(Screens, WithoutUtf8ThereIsOnlyAscii) {
  auto terminal = at_terminal({"answer", "000"}, {"LC_ALL=C"});
  answer_wrongly_with_everything(terminal);
  auto const& raw = terminal.raw();
  EXPECT_TRUE(std::ranges::all_of(raw, [](char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
  })) << raw;
}

TEST_F(Screens, OddInputIsMetKindly) {
  auto terminal = at_terminal({"answer", "000"}, {"NO_COLOR=1"});
  SHOWS(terminal, "Enter runs");
  terminal.type("what?\n");
  SHOWS(terminal, "Enter runs it; s: you have seen it run; q leaves.");
  terminal.type("s\n");
  SHOWS(terminal, "status>");
  terminal.type("\n");
  SHOWS(terminal, "Type an answer");
  terminal.type("\x1b[A\x1b[31m\n");
  SHOWS(terminal, "An arrow or function key");
  terminal.type("\xff\xfe\x01\n");
  SHOWS(terminal, "\\xff\\xfe\\x01");
  terminal.type("-1\n");
  SHOWS(terminal, "status>");
  terminal.type("99999999999999999999\n");
  SHOWS(terminal, "status>");
  terminal.type(std::string(10'000, 'a') + "\n");
  SHOWS(terminal, "aaa\"");
  terminal.type("  136  \n");
  SHOWS(terminal, "Which signal?");
  terminal.type("  sigfpe \r");
  SHOWS(terminal, "mystery000 is solved");
  terminal.type("q\n");
  EXPECT_EQ(terminal.wait(), 0);
}

} // namespace
} // namespace whodunit
