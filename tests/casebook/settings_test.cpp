// SPDX-License-Identifier: MIT
// field=value, as --set has it.
#include "casebook/diagnosis.hpp"

#include "file_tree.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

Checked<Diagnosis> parse(std::vector<std::string> const& settings) {
  return parse_settings(settings);
}

TEST(Settings, AreFieldsWithValues) {
  auto const diagnosis = parse({"status=136", "sig=fpe", "agent=cpu"});
  ASSERT_EQ(complaint_of(diagnosis), "");
  EXPECT_EQ(diagnosis->answers.size(), 3U);
  EXPECT_EQ(diagnosis->answers.at(Field::signal), Answer(SignalAnswer{Signal::from_number(8)}));
}

TEST(Settings, SlipsNameTheOptionAndNoLine) {
  EXPECT_EQ(complaint_of(parse({"signl=8"})),
            "--set: unknown field \"signl\"; did you mean \"signal\"?");
  EXPECT_EQ(complaint_of(parse({"signal"})), "--set: \"signal\" has no \"=\"; write field=value");
  EXPECT_EQ(complaint_of(parse({"signal=8", "sig=9"})),
            "--set: \"signal\" is given twice; keep one of the two");
}

TEST(Settings, EverySlipIsTold) {
  EXPECT_EQ(complaints_of(parse({"x=1", "status=256", "=", ""})).size(), 4U);
}

TEST(Settings, AValueMayHoldAnEqualsSign) {
  auto const diagnosis = parse({"where=a=b"});
  ASSERT_EQ(complaint_of(diagnosis), "");
  EXPECT_EQ(to_string(diagnosis->answers.at(Field::where)), "a=b");
}

} // namespace
} // namespace whodunit::testing
