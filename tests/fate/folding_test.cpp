// SPDX-License-Identifier: MIT
#include "fate/folding.hpp"

#include <gtest/gtest.h>

namespace whodunit {
namespace {

TEST(Folding, SpellingMakesNoDifference) {
  for (auto const* text : {"null pointer", "NULL_POINTER", "Null-Pointer", "nullpointer",
                           "  a null\tpointer!", "\"null pointer\"."})
    EXPECT_TRUE(same_name(text, "null pointer")) << text;
}

TEST(Folding, OneArticleInFrontIsDropped) {
  EXPECT_EQ(folded("the kernel"), "kernel");
  EXPECT_EQ(folded("An abort"), "abort");
  EXPECT_EQ(folded("theory"), "theory");
  EXPECT_EQ(folded("the"), "the");
}

TEST(Folding, OtherWordsStayOther) {
  EXPECT_FALSE(same_name("arith.div-zero", "arith.div-overflow"));
  EXPECT_FALSE(same_name("c++ library", "c library"));
  EXPECT_FALSE(same_name("", ""));
  EXPECT_FALSE(same_name("-", "_"));
}

TEST(Folding, TrimmedLosesOnlyTheEnds) {
  EXPECT_EQ(trimmed("\t a b \r\n"), "a b");
  EXPECT_EQ(trimmed("   "), "");
}

} // namespace
} // namespace whodunit
