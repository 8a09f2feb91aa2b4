// SPDX-License-Identifier: MIT
// The table of signs is whole.
#include "grading/signs.hpp"

#include <gmock/gmock.h>
#include <set>

namespace whodunit::testing {
namespace {

using ::testing::Not;

TEST(Signs, EveryValueOfEveryRoleHasItsOwn) {
  for (auto const field : {Field::victim, Field::agent, Field::cause, Field::culprit, Field::report,
                           Field::blast, Field::remedy})
    for (std::uint8_t index = 0; index < terms(field).size(); ++index) {
      Term const value{field, index};
      EXPECT_NE(sign_of(value, "mystery000"), "") << code(field) << " = " << code(value);
    }
}

TEST(Signs, EveryFamilyWithMembersHasALook) {
  std::set<std::string_view> families;
  for (std::uint8_t index = 0; index < terms(Field::cause).size(); ++index)
    families.insert(family(Term{Field::cause, index}));
  families.erase("none");
  for (auto const one : families)
    EXPECT_NE(look_of(one, "mystery000"), "") << one;
}

TEST(Signs, NameTheProgramInTheirCommands) {
  EXPECT_THAT(sign_of(term(Cause::res_address_space), "mystery017"),
              ::testing::HasSubstr("strace mystery017"));
}

} // namespace
} // namespace whodunit::testing
