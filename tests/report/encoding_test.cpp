// SPDX-License-Identifier: MIT
#include "report/encoding.hpp"

#include <gtest/gtest.h>

namespace whodunit {
namespace {

TEST(Utf8, KnowsWhatRfc3629Allows) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("plain \x01 text"));
  EXPECT_TRUE(is_utf8("é € 𝄞"));
  EXPECT_FALSE(is_utf8("\xff"));
  EXPECT_FALSE(is_utf8("\xc0\xaf")) << "overlong";
  EXPECT_FALSE(is_utf8("\xe0\x80\xaf")) << "overlong";
  EXPECT_FALSE(is_utf8("\xed\xa0\x80")) << "a surrogate";
  EXPECT_FALSE(is_utf8("\xf4\x90\x80\x80")) << "above U+10FFFF";
  EXPECT_FALSE(is_utf8("\xe2\x82")) << "cut";
  EXPECT_FALSE(is_utf8("\x80"));
}

TEST(Utf8, ACutCharacterIsLeftOut) {
  EXPECT_EQ(without_cut_character("ab\xe2\x82"), "ab");
  EXPECT_EQ(without_cut_character("ab\xe2"), "ab");
  EXPECT_EQ(without_cut_character("ab\xe2\x82\xac"), "ab\xe2\x82\xac");
  EXPECT_EQ(without_cut_character("ab"), "ab");
}

TEST(Base64, MatchesTheExamplesOfRfc4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64(std::string_view("\xff\x00\xfe", 3)), "/wD+");
}

} // namespace
} // namespace whodunit
