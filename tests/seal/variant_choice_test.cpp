// SPDX-License-Identifier: MIT
// Each learner's variant is their own, and always the same.
#include "seal/variant_choice.hpp"

#include <gtest/gtest.h>
#include <set>

namespace whodunit::testing {
namespace {

std::vector<Parameter> const parameters{{"CODE", {"3", "4", "5", "6"}}, {"WORD", {"a", "b"}}};

TEST(VariantChoice, IsTheSameForTheSameSecretLearnerAndCase) {
  CipherKey const secret{1};
  EXPECT_EQ(variants_for("ada", secret)("mystery000", parameters),
            variants_for("ada", secret)("mystery000", parameters));
}

TEST(VariantChoice, ReachesEveryValueAndDependsOnEachOfTheThree) {
  CipherKey const secret{1};
  std::set<Variant> by_learner;
  std::set<Variant> by_case;
  std::set<Variant> by_secret;
  for (std::uint8_t i = 0; i < 200; ++i) {
    auto const number = std::to_string(i);
    by_learner.insert(variants_for(number, secret)("mystery000", parameters));
    by_case.insert(variants_for("ada", secret)("mystery" + number, parameters));
    by_secret.insert(variants_for("ada", CipherKey{i})("mystery000", parameters));
  }
  EXPECT_EQ(by_learner.size(), 8U);
  EXPECT_EQ(by_case.size(), 8U);
  EXPECT_EQ(by_secret.size(), 8U);
}

} // namespace
} // namespace whodunit::testing
