// SPDX-License-Identifier: MIT
#include "report/html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whodunit {
namespace {

using ::testing::HasSubstr;

TEST(Html, MarkupStaysText) {
  EXPECT_EQ(html_text("<script>a && b</script>"), "&lt;script&gt;a &amp;&amp; b&lt;/script&gt;");
  EXPECT_EQ(html_text("\" onload='x'"), "&quot; onload=&#39;x&#39;");
}

TEST(Html, ControlCharactersAndInvalidBytesAreMadeVisible) {
  EXPECT_EQ(html_text(std::string("a\0b\x1b[31m\n", 9)), "a\\x00b\\x1b[31m\\x0a");
  EXPECT_EQ(html_text("\xff\xed\xa0\x80"), "\\xff\\xed\\xa0\\x80");
  EXPECT_EQ(html_text("\xe2\x80\xae"
                      "txt"),
            "\\xe2\\x80\\xaetxt")
      << "an override of direction";
}

TEST(Html, WhatIsNoCharacterOfXmlIsReplaced) {
  EXPECT_EQ(html_text("a\xef\xbf\xbe\xef\xbf\xbf\xef\xbd\xa1"),
            "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbd\xa1");
}

TEST(Html, ALongNameIsCutBetweenCharacters) {
  EXPECT_EQ(html_text("abcdef", 3), "abc…");
  EXPECT_EQ(html_text("ab\xe2\x82\xac", 4), "ab…");
}

TEST(Html, LinesKeepTheirEndsAndOnlyThose) {
  EXPECT_EQ(html_lines("a\n\tb\r\n", 100), "a\n\tb\\x0d\n");
}

TEST(Html, OfALongOutputTheBeginAndTheEndAreShown) {
  auto const shown = html_lines("begin" + std::string(1000, '.') + "end", 20);
  EXPECT_THAT(shown, HasSubstr("begin....."));
  EXPECT_THAT(shown, HasSubstr("988 bytes are left out"));
  EXPECT_TRUE(shown.ends_with(".......end"));
}

TEST(BoundedHtml, HoldsNoMoreThanItsBudget) {
  BoundedHtml list(10);
  for (auto const* item : {"1234", "5678", "90ab", "c"})
    list.add(item);
  EXPECT_EQ(list.text(), "12345678");
  EXPECT_EQ(list.left_out(), 2U);
  EXPECT_THAT(list.more("things"), HasSubstr("2 more things"));
  EXPECT_EQ(BoundedHtml(1).more("things"), "");
}

} // namespace
} // namespace whodunit
