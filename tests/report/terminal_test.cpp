// SPDX-License-Identifier: MIT
#include "report/terminal.hpp"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>

namespace whodunit {
namespace {

/// A file: what a terminal is not.
class PlainStream : public testing::Test {
protected:
  PlainStream() : file_(std::tmpfile()) { setenv("LC_ALL", "C.UTF-8", 1); }
  ~PlainStream() override {
    std::fclose(file_);
    unsetenv("LC_ALL");
  }
  std::string written() const {
    std::string text(static_cast<std::size_t>(std::ftell(file_)), '\0');
    std::rewind(file_);
    return std::fread(text.data(), 1, text.size(), file_) == text.size() ? text : "";
  }
  std::FILE* file_;
};

TEST_F(PlainStream, HasEightyColumnsAndNoStyle) {
  Terminal const screen(file_);
  EXPECT_FALSE(screen.is_terminal());
  EXPECT_EQ(screen.width(), 80U);
  EXPECT_EQ(screen.bold("title"), "title");
  EXPECT_EQ(screen.mark(Mark::good), "✓");
}

TEST_F(PlainStream, LinesAreJoinedAndParagraphsKept) {
  Terminal const screen(file_);
  EXPECT_EQ(screen.wrap("one\ntwo\n\nthree\n"), "one two\n\nthree\n");
}

TEST_F(PlainStream, WhatIsIndentedStaysAsItIs) {
  Terminal const screen(file_);
  EXPECT_EQ(screen.wrap("type\n    ls -l   x\nthen"), "type\n    ls -l   x\nthen\n");
}

TEST_F(PlainStream, OtherLinesHangUnderTheFirst) {
  Terminal const screen(file_);
  auto const text = screen.wrap(std::string(40, 'a') + " " + std::string(40, 'b'), "  1  ");
  EXPECT_EQ(text, "  1  " + std::string(40, 'a') + "\n     " + std::string(40, 'b') + "\n");
}

TEST_F(PlainStream, EscapeSequenceInFrontTakesNoColumn) {
  Terminal const screen(file_);
  auto const text =
      screen.wrap(std::string(40, 'a') + " " + std::string(40, 'b'), "\x1b[1mx\x1b[0m ");
  EXPECT_EQ(text, "\x1b[1mx\x1b[0m " + std::string(40, 'a') + "\n  " + std::string(40, 'b') + "\n");
}

TEST_F(PlainStream, ControlCharactersOfATextAreMadeVisible) {
  Terminal const screen(file_);
  EXPECT_EQ(screen.wrap("a\x1b[31mb"), "a\\x1b[31mb\n");
}

TEST_F(PlainStream, NothingIsOneEmptyLine) {
  Terminal const screen(file_);
  EXPECT_EQ(screen.wrap("", "  "), "  \n");
}

TEST_F(PlainStream, WithoutUtf8CharactersBecomeTheirNearest) {
  setenv("LC_ALL", "POSIX", 1);
  Terminal const screen(file_);
  screen.print("✓ wait… it’s über\n");
  EXPECT_EQ(written(), "+ wait... it's ?ber\n");
  EXPECT_EQ(screen.mark(Mark::bad), "x");
}

TEST_F(PlainStream, LocaleIsTakenInTheOrderOfTheStandard) {
  setenv("LC_ALL", "", 1);
  setenv("LANG", "de_DE.utf8", 1);
  EXPECT_EQ(Terminal(file_).mark(Mark::bad), "✗");
  setenv("LC_ALL", "C", 1);
  EXPECT_EQ(Terminal(file_).mark(Mark::bad), "x");
  unsetenv("LANG");
}

} // namespace
} // namespace whodunit
