// SPDX-License-Identifier: MIT
// Cases with one symptom and different causes: each sibling's answer is a misconception of the
// others.
#include "shelf.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace whodunit::content {
namespace {

std::vector<std::string> const killed_137{"mystery001", "mystery002", "mystery003"};

/// The first misconception that \p answers meet; nullptr if there is none.
Misconception const* met(Key const& key, std::map<Field, Answer> const& answers) {
  auto const found = std::ranges::find_if(key.misconceptions, [&](auto const& misconception) {
    return std::ranges::all_of(misconception.when, [&](auto const& given) {
      auto const answer = answers.find(given.first);
      return answer != answers.end() && answer->second == given.second;
    });
  });
  return found == key.misconceptions.end() ? nullptr : &*found;
}

/// What somebody answers to \p asked who takes it for the case that \p other is the key of.
std::map<Field, Answer> mistaken_for(Case const& asked, Key const& other) {
  std::map<Field, Answer> answers;
  for (Field const field : asked.asks)
    answers.insert({field, other.truth.at(field)});
  return answers;
}

class Siblings : public testing::TestWithParam<std::string> {};

TEST_P(Siblings, EachGetAReasonOfTheirOwn) {
  Case const asked = case_of(GetParam());
  Key const key = key_of(GetParam());
  std::map<std::string, std::string> reasons;
  for (std::string const& sibling : killed_137) {
    if (sibling == GetParam())
      continue;
    Misconception const* const misconception = met(key, mistaken_for(asked, key_of(sibling)));
    ASSERT_NE(misconception, nullptr) << sibling;
    auto const [first, fresh] = reasons.insert({misconception->message, sibling});
    EXPECT_TRUE(fresh) << sibling << " and " << first->second << " get the same reason";
  }
}

INSTANTIATE_TEST_SUITE_P(Content, Siblings, testing::ValuesIn(killed_137), by_name);

} // namespace
} // namespace whodunit::content
