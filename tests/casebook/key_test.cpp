// SPDX-License-Identifier: MIT
// The instructor's key.
#include "casebook/key.hpp"

#include "file_tree.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view truth = R"(format = 1
evidence = ["one"]
[truth]
ending = "killed"
status = 136
signal = "SIGFPE"
core = "yes"
victim = "self"
agent = "cpu"
cause = "arith.div-zero"
culprit = "own-code"
report = "faithful"
blast = "process"
remedy = "fix-code"
)";
constexpr std::string_view misconceptions = R"([[misconception]]
when = { signal = "SIGABRT" }
score = 0.0
message = "m"
[[misconception]]
when = { agent = "kernel", status = 0 }
score = 0.5
message = "n"
)";

class KeyFile : public FileTree {
protected:
  Checked<Key> read(std::string const& text) const {
    return read_key(write("mystery000/key.toml", text).parent_path());
  }
  Checked<Key> with(std::string_view more) const {
    return read(std::string(truth) + std::string(more) + std::string(misconceptions));
  }
};

TEST_F(KeyFile, HoldsTruthLeniencyAndMisconceptions) {
  auto const key =
      with("[accept]\nagent = \"kernel\"\n[half]\nremedy = [\"check-errors\", \"isolate\"]\n");
  ASSERT_EQ(complaint_of(key), "");
  EXPECT_EQ(key->truth.size(), 11U);
  EXPECT_EQ(key->truth.at(Field::cause), Answer(term(Cause::arith_div_zero)));
  EXPECT_THAT(key->leniency.at(Field::agent).accept, ElementsAre(Answer(term(Agent::kernel))));
  EXPECT_EQ(key->leniency.at(Field::remedy).half.size(), 2U);
  ASSERT_EQ(key->misconceptions.size(), 2U);
  EXPECT_EQ(key->misconceptions[1].when.size(), 2U);
  EXPECT_EQ(key->misconceptions[1].score, 0.5);
}

TEST_F(KeyFile, EachMissingTruthIsTold) {
  auto const key = read("format = 1\nevidence = [\"x\"]\n[truth]\nending = \"killed\"\n" +
                        std::string(misconceptions));
  EXPECT_EQ(complaints_of(key).size(), 10U);
  EXPECT_THAT(complaint_of(key), HasSubstr("key.toml:3:"));
}

TEST_F(KeyFile, SlipsAreTold) {
  EXPECT_THAT(complaint_of(with("[haff]\n")), HasSubstr("did you mean \"half\"?"));
  EXPECT_THAT(complaint_of(with("[half]\nagnet = \"cpu\"\n")),
              HasSubstr("did you mean \"agent\"?"));
  EXPECT_THAT(complaint_of(with("[[misconception]]\nwhen = {}\nscore = 0.7\nmesage = \"x\"\n")),
              ::testing::AllOf(HasSubstr("\"when\" is empty"), HasSubstr("neither 0 nor 0.5"),
                               HasSubstr("did you mean \"message\"?"),
                               HasSubstr("\"message\" is missing")));
  EXPECT_THAT(complaint_of(read(std::string(truth))), HasSubstr("\"misconception\" is missing"));
}

} // namespace
} // namespace whodunit::testing
