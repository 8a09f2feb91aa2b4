// SPDX-License-Identifier: MIT
// Parameters of a case: what they may be, and where their values are filled in.
#include "casebook/casebook.hpp"
#include "casebook/key.hpp"

#include "file_tree.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view least = R"(format = 1
title = "The {PLACE}"
chapter = 0
difficulty = 1
minutes = 10
briefing = "A {PLACE}, {nobody} and {CODE}."
learned = "A lesson."
asks = ["status", "where"]
hints = ["a", "b", "{CODE}"]
)";

class VariantFile : public FileTree {
protected:
  Checked<Case> read(std::string_view parameters, VariantChoice const& choose = {}) const {
    return read_case(write("mystery000/case.toml",
                           std::string(least) + "[parameters]\n" + std::string(parameters))
                         .parent_path(),
                     choose);
  }
};

TEST_F(VariantFile, ThePlainCaseHasTheFirstValues) {
  auto const plain = read("PLACE = [\"shop\", \"bank\"]\nCODE = [3, 4]\n");
  ASSERT_EQ(complaint_of(plain), "");
  EXPECT_EQ(plain->title, "The shop");
  EXPECT_EQ(plain->briefing, "A shop, {nobody} and 3.");
  EXPECT_EQ(plain->hints.back(), "3");
  EXPECT_EQ(plain->variant, (Variant{{"CODE", "3"}, {"PLACE", "shop"}}));
}

TEST_F(VariantFile, AnotherVariantHasTheChosenOnes) {
  auto const choose = [](std::string const& name, std::vector<Parameter> const& parameters) {
    EXPECT_EQ(name, "mystery000");
    EXPECT_THAT(parameters.front().values, ElementsAre("shop", "bank"));
    return Variant{{"PLACE", "bank"}, {"CODE", "4"}};
  };
  auto const other = read("PLACE = [\"shop\", \"bank\"]\nCODE = [3, 4]\n", choose);
  ASSERT_EQ(complaint_of(other), "");
  EXPECT_EQ(other->title, "The bank");
}

TEST_F(VariantFile, SlipsHaveTheirPlaces) {
  EXPECT_THAT(complaint_of(read("CODE = []\n")), HasSubstr("11:8: \"CODE\" has no values"));
  EXPECT_THAT(complaint_of(read("CODE = 3\n")), HasSubstr("\"CODE\" has no values"));
  EXPECT_THAT(complaint_of(read("2B = [1]\n")), HasSubstr("no name of a parameter"));
  EXPECT_THAT(complaint_of(read("A = [\"$(reboot)\"]\n")), HasSubstr("is no value of a parameter"));
  EXPECT_THAT(complaint_of(read("A = [1.5]\n")), HasSubstr("is no value of a parameter"));
}

TEST(Variants, AreAllOfThemAndThePlainOneFirst) {
  std::vector<Parameter> const parameters{{"A", {"1", "2"}}, {"B", {"x", "y", "z"}}};
  EXPECT_EQ(all_variants(parameters, 100).size(), 6U);
  EXPECT_EQ(all_variants(parameters, 100).front(), plain_variant(parameters));
  EXPECT_EQ(all_variants(parameters, 4).size(), 4U);
  EXPECT_EQ(all_variants({}, 4).size(), 1U);
}

TEST(Variants, OfTheFirstCaseMoveItsWhere) {
  auto installation = find_installation();
  ASSERT_TRUE(installation) << to_string(installation.error());
  Casebook const casebook(*installation);
  auto const first = casebook.open_case("mystery000");
  ASSERT_EQ(complaint_of(first), "");
  ASSERT_EQ(first->parameters.size(), 1U);
  for (auto const& variant : all_variants(first->parameters, 10)) {
    auto const key = casebook.open_key("mystery000", variant);
    ASSERT_EQ(complaint_of(key), "");
    EXPECT_EQ(to_string(key->truth.at(Field::where)), variant.at("ARTICLE"));
  }
}

} // namespace
} // namespace whodunit::testing
