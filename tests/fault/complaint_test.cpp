// SPDX-License-Identifier: MIT
#include "fault/complaint.hpp"

#include <array>
#include <gtest/gtest.h>

namespace whodunit {
namespace {

using namespace std::literals;

TEST(Complaint, NamesFilePlaceProblemAndAdvice) {
  Complaint const complaint{"a.toml", Place{3, 1}, "unknown field \"signl\"",
                            "did you mean \"signal\"?"};
  EXPECT_EQ(to_string(complaint), "a.toml:3:1: unknown field \"signl\"; did you mean \"signal\"?");
}

TEST(Complaint, OfAWholeFileHasNoPlace) {
  EXPECT_EQ(to_string(Complaint{"a.toml", {}, "is empty"}), "a.toml: is empty");
}

TEST(Complaint, CannotSmuggleAnEscapeSequence) {
  Complaint const complaint{"a\x1b[2J", {}, "bad \r value", "ring\a"};
  EXPECT_EQ(to_string(complaint), "a\\x1b[2J: bad \\x0d value; ring\\x07");
}

TEST(Printable, KeepsOrdinaryTextOfAnyLanguage) {
  EXPECT_EQ(printable("naïve 猫 🐈 \\x41"), "naïve 猫 🐈 \\x41");
}

TEST(Printable, ShowsControlCharacters) {
  EXPECT_EQ(printable("a\0b\x1b[31m\x7f"sv), "a\\x00b\\x1b[31m\\x7f");
  EXPECT_EQ(printable("\xc2\x9b"), "\\xc2\\x9b"); // CSI in one character
}

TEST(Printable, ShowsBidirectionalOverridesAndInvisibleMarks) {
  EXPECT_EQ(printable("\u202e"), "\\xe2\\x80\\xae");
  EXPECT_EQ(printable("\u2066"), "\\xe2\\x81\\xa6");
  EXPECT_EQ(printable("\ufeff"), "\\xef\\xbb\\xbf");
}

TEST(Printable, ShowsInvalidUtf8ByteByByte) {
  EXPECT_EQ(printable("\xff"), "\\xff");
  EXPECT_EQ(printable("\xc0\xaf"), "\\xc0\\xaf");          // overlong
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xed\\xa0\\x80"); // a surrogate
  EXPECT_EQ(printable("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80");
  EXPECT_EQ(printable("a\xe2\x82"), "a\\xe2\\x82"); // cut short
}

TEST(Printable, KeepsNewlinesAndTabsOnlyWhereAsked) {
  EXPECT_EQ(printable("a\n\tb"), "a\\x0a\\x09b");
  EXPECT_EQ(printable("a\n\tb\r", true), "a\n\tb\\x0d");
}

TEST(Printable, OfPrintableTextIsTheSame) {
  auto const once = printable("\x1b\xff\n");
  EXPECT_EQ(printable(once), once);
}

constexpr std::array commands{"run"sv, "help"sv, "hint"sv, "answer"sv, "status"sv, "vocabulary"sv};

TEST(Nearest, OneSlipIsForgiven) {
  EXPECT_EQ(nearest("statsu", commands), "status");
  EXPECT_EQ(nearest("vocabluary", commands), "vocabulary");
  EXPECT_EQ(nearest("anwser", commands), "answer");
  EXPECT_EQ(nearest("rum", commands), "run");
}

TEST(Nearest, ATransposedPairIsOneSlip) {
  EXPECT_EQ(nearest("hlep", commands), "help");
  EXPECT_EQ(nearest("urn", commands), "run");
}

TEST(Nearest, ATransposedPairIsNearerThanTwoReplacements) {
  constexpr std::array words{"abdd"sv, "acbd"sv};
  EXPECT_EQ(nearest("abcd", words), "abdd");
  constexpr std::array others{"axyd"sv, "acbd"sv};
  EXPECT_EQ(nearest("abcd", others), "acbd");
}

TEST(Nearest, OfSeveralEquallyNearTheFirstIsGiven) {
  constexpr std::array words{"bat"sv, "cat"sv};
  EXPECT_EQ(nearest("rat", words), "bat");
}

TEST(Nearest, AnotherWordIsNoSlip) {
  EXPECT_EQ(nearest("xyz", commands), std::nullopt);
  EXPECT_EQ(nearest("frobnicate", commands), std::nullopt);
}

TEST(Nearest, LongInputIsNotWorthTheTime) {
  EXPECT_EQ(nearest(std::string(100'000, 'a'), commands), std::nullopt);
}

} // namespace
} // namespace whodunit
