// SPDX-License-Identifier: MIT
// Boxes open with their key only, and the same input always gives the same box.
#include "seal/cipher.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

TEST(Box, OpensWithItsKeyOnlyAndUntouched) {
  auto const key = random_key();
  auto const box = close_box(key, random_key(), "the butler");
  EXPECT_EQ(open_box(key, box), "the butler");
  EXPECT_FALSE(open_box(random_key(), box));
  for (std::size_t i = 0; i < box.size(); ++i) {
    auto touched = box;
    touched[i] = static_cast<char>(touched[i] ^ 1);
    EXPECT_FALSE(open_box(key, touched)) << i;
  }
  EXPECT_FALSE(open_box(key, ""));
  EXPECT_FALSE(open_box(key, box.substr(0, 39)));
}

TEST(Box, IsTheSameForTheSameInput) {
  auto const key = random_key();
  auto const nonces = random_key();
  EXPECT_EQ(close_box(key, nonces, "a"), close_box(key, nonces, "a"));
  EXPECT_NE(close_box(key, nonces, "a").substr(0, 24), close_box(key, nonces, "b").substr(0, 24));
  EXPECT_NE(close_box(key, nonces, "a"), close_box(key, random_key(), "a"));
}

TEST(Stretch, DependsOnTextSaltAndEffort) {
  Salt const salt{1};
  auto const key = stretch("status=136\n", salt, Effort::answer);
  EXPECT_EQ(key, stretch("status=136\n", salt, Effort::answer));
  EXPECT_NE(key, stretch("status=137\n", salt, Effort::answer));
  EXPECT_NE(key, stretch("status=136\n", Salt{2}, Effort::answer));
  EXPECT_NE(key, stretch("status=136\n", salt, Effort::solution));
}

TEST(KeyedHash, KeepsLabelAndContentApart) {
  CipherKey const key{1};
  EXPECT_NE(keyed_hash(key, "ab", "c"), keyed_hash(key, "a", "bc"));
  EXPECT_NE(keyed_hash(key, "a", "b"), keyed_hash(CipherKey{2}, "a", "b"));
}

TEST(Base64, IsReadBack) {
  for (std::string const& text :
       std::vector{std::string(), std::string("x"), std::string("\0\xff\n", 3)})
    EXPECT_EQ(from_base64(to_base64(text)), text);
  EXPECT_FALSE(from_base64("no base64!"));
}

} // namespace
} // namespace whodunit::testing
