// SPDX-License-Identifier: MIT
#include "report/autopsy_json.hpp"

#include "../autopsy/made_fate.hpp"
#include "fate/signal_code.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whodunit::testing {
namespace {

using Json = nlohmann::json;

Json json_of(Fate fate) {
  return Json::parse(autopsy_json(examine(std::move(fate))));
}

TEST(AutopsyJson, HoldsTheMembersOfTheContract) {
  auto record = fault(SIGFPE, FPE_INTDIV, 0x401136);
  record.divisor = 0;
  auto const json = json_of(faulted(record));
  EXPECT_EQ(json["schema"], "whodunit.autopsy/1");
  EXPECT_EQ(json["fate"]["ending"],
            (Json{{"kind", "killed"}, {"signal", "SIGFPE"}, {"core_dumped", true}}));
  EXPECT_EQ(json["fate"]["shell_status"], 136);
  EXPECT_EQ(json["fate"]["wait_status"], 136);
  EXPECT_EQ(json["fate"]["signals"][0]["code"], "FPE_INTDIV");
  EXPECT_EQ(json["fate"]["signals"][0]["sender"], nullptr);
  EXPECT_EQ(json["claims"]["agent"]["value"], "cpu");
  EXPECT_EQ(json["claims"]["agent"]["process"], nullptr);
  EXPECT_EQ(json["claims"]["agent"]["certainty"], "observed");
  EXPECT_EQ(json["claims"]["cause"]["value"], "arith.div-zero");
  EXPECT_EQ(json["claims"]["victim"]["process"], (Json{{"pid", first}, {"name", "subject"}}));
}

TEST(AutopsyJson, ExitedAndStoppedHaveTheirOwnMembers) {
  EXPECT_EQ(json_of(lone(Exited{137}))["fate"]["ending"],
            (Json{{"kind", "exited"}, {"exit_code", 137}}));
  auto const stopped = json_of(lone(Alive{LifeState::stopped, number(SIGSTOP)}));
  EXPECT_EQ(stopped["fate"]["ending"], (Json{{"kind", "stopped"}, {"signal", "SIGSTOP"}}));
  EXPECT_EQ(stopped["fate"]["shell_status"], nullptr) << "it has no status while it lives";
}

TEST(AutopsyJson, AnUnknownClaimIsNull) {
  auto fate = lone(killed_by(SIGTERM));
  fate.observed = {};
  auto const json = json_of(fate);
  EXPECT_EQ(json["claims"]["agent"]["value"], nullptr);
  EXPECT_EQ(json["claims"]["agent"]["certainty"], "unknown");
}

TEST(AutopsyJson, BytesThatAreNoTextAreKeptAsBase64) {
  auto const json = json_of(said(lone(Exited{0}), "\xff"));
  EXPECT_EQ(json["fate"]["stderr"]["encoding"], "base64");
  EXPECT_EQ(json["fate"]["stderr"]["text"], "/w==");
}

TEST(AutopsyJson, ACapThatCutsACharacterLeavesText) {
  auto fate = lone(Exited{0});
  fate.out = {"ab\xe2\x82", 5};
  auto const json = json_of(fate);
  EXPECT_EQ(json["fate"]["stdout"],
            (Json{{"encoding", "utf-8"}, {"text", "ab"}, {"total_bytes", 5}, {"truncated", true}}));
}

TEST(AutopsyJson, NamesOfAnyBytesAreValidText) {
  auto fate = lone(killed_by(SIGKILL));
  fate.processes[0].name = "\xff\"\n\x1b";
  fate.kill_calls.push_back(kill_call(first, first, SIGKILL));
  EXPECT_EQ(json_of(fate)["fate"]["processes"][0]["name"], "\\xff\"\\x0a\\x1b");
}

TEST(AutopsySchema, ListsTheVocabularyAsItIs) {
  std::ifstream file(WHODUNIT_SCHEMA_FOLDER "/autopsy-1.json");
  auto const claims = Json::parse(file)["$defs"]["claims"]["properties"];
  for (auto const field :
       {Field::agent, Field::cause, Field::victim, Field::report, Field::blast}) {
    Json expected = Json::array();
    for (auto const& word : terms(field))
      expected.push_back(word.code);
    expected.push_back(nullptr);
    EXPECT_EQ(claims[std::string(code(field))]["properties"]["value"]["enum"], expected)
        << code(field);
  }
}

} // namespace
} // namespace whodunit::testing
