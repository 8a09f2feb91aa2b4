// SPDX-License-Identifier: MIT
// What must hold on a real kernel with cgroup v2, for root, for a user to whom a part of it was
// delegated, for one without, and where the whole machine runs out of memory. guest/scenarios.sh is
// what was played.
#include "transcript.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whodunit::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using Json = nlohmann::json;

constexpr std::int64_t mebibyte = 1 << 20;

class InGuest : public testing::Test {
protected:
  void SetUp() override {
    if (auto const why = why_no_guest())
      GTEST_SKIP() << *why;
  }

  static Played told(std::string const& scenario) {
    auto found = played(scenario);
    EXPECT_TRUE(found) << scenario << " was not played";
    return found.value_or(Played{});
  }

  static Json autopsy(std::string const& scenario) {
    auto const said = told(scenario);
    EXPECT_EQ(said.status, 0) << said.err;
    auto json = Json::parse(said.out, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << said.out;
    return json;
  }

  static void expect_killed(Json const& autopsy) {
    auto const ending = autopsy.at("/fate/ending"_json_pointer);
    EXPECT_EQ(ending.at("kind"), "killed");
    EXPECT_EQ(ending.at("signal"), "SIGKILL");
  }

  static void expect_out_of_memory(Json const& autopsy, std::string const& certainty,
                                   std::string const& source) {
    for (auto const& [claim, value] : {std::pair("agent", "kernel"), {"cause", "res.memory"}}) {
      auto const& found = autopsy.at("claims").at(claim);
      EXPECT_EQ(found.at("value"), value);
      EXPECT_EQ(found.at("certainty"), certainty);
      EXPECT_THAT(found.at("evidence").get<std::vector<std::string>>(),
                  Contains(HasSubstr(source)));
    }
  }

  static void expect_killed_by_cgroup(std::string const& scenario) {
    auto const told_of = autopsy(scenario);
    expect_killed(told_of);
    expect_out_of_memory(told_of, "observed", "memory.events oom_kill 0 -> 1");
  }

  /// The last number of processes that the crowd told of before it was refused one.
  static int crowd(std::string const& scenario) {
    auto const said = told(scenario);
    EXPECT_THAT(said.err, HasSubstr("Resource temporarily unavailable"));
    auto const last = said.out.rfind('\n', said.out.size() - 2);
    return std::atoi(said.out.c_str() + (last == std::string::npos ? 0 : last + 1));
  }
};

using RootInGuest = InGuest;
using DelegatedUserInGuest = InGuest;
using UserInGuest = InGuest;
using WholeGuest = InGuest;

TEST_F(RootInGuest, IsToldOfVersionTwo) {
  EXPECT_THAT(told("root-doctor").out, HasSubstr("root with a memory cgroup (v2)"));
}

TEST_F(RootInGuest, SeesTheMysteryOfMemoryEndIn137) {
  EXPECT_EQ(told("root-mystery").status, 137);
}

TEST_F(RootInGuest, HasTheOomKillerObserved) {
  expect_killed_by_cgroup("root-hog");
}

TEST_F(RootInGuest, HasItObservedForACommandThatIsOnlyLimited) {
  expect_killed_by_cgroup("root-foreign-hog");
}

TEST_F(RootInGuest, IsToldAPeakThatIsTheLimit) {
  auto const peak = autopsy("root-hog").at("/fate/usage/peak_memory_bytes"_json_pointer);
  EXPECT_NEAR(peak.get<double>(), 64 * mebibyte, mebibyte);
}

TEST_F(RootInGuest, IsToldWhichChildWasTheVictim) {
  auto const told_of = autopsy("root-child-hog");
  EXPECT_EQ(told_of.at("/fate/ending/exit_code"_json_pointer), 3);
  EXPECT_EQ(told_of.at("/claims/victim/value"_json_pointer), "child");
  EXPECT_EQ(told_of.at("/claims/victim/process/name"_json_pointer), "memory_hog");
  expect_out_of_memory(told_of, "observed", "memory.events oom_kill 0 -> 1");
}

TEST_F(RootInGuest, IsNotToldOfTheOomKillerForOneWhoKilledItself) {
  auto const told_of = autopsy("root-suicide-after-hog");
  expect_killed(told_of);
  EXPECT_EQ(told_of.at("/claims/agent/value"_json_pointer), "self");
  EXPECT_NE(told_of.at("/claims/cause/value"_json_pointer), "res.memory");
  auto const& kills = told_of.at("/fate/oom_kills"_json_pointer);
  ASSERT_EQ(kills.size(), 1U);
  EXPECT_NE(kills[0].at("victim"), told_of.at("/fate/first"_json_pointer));
}

TEST_F(RootInGuest, HasAMysterysProcessesLimited) {
  EXPECT_EQ(crowd("root-crowd"), 63) << "the mystery itself is the 64th";
}

TEST_F(RootInGuest, HasACgroupGrantedInThatOfTheRun) {
  EXPECT_EQ(told("root-granted").status, 137);
  EXPECT_EQ(told("root-granted").out, "");
}

TEST_F(RootInGuest, FindsNoGroupLeft) {
  EXPECT_EQ(told("groups-after-root").out, told("groups-at-first").out);
}

TEST_F(RootInGuest, FindsNoGroupLeftByACheckerThatWasKilled) {
  EXPECT_THAT(told("checker-killed").out, HasSubstr("/whodunit-")) << "there was one to remove";
  EXPECT_EQ(told("checker-killed").status, 0) << "somebody still held its output";
  EXPECT_EQ(told("groups-after-checker-killed").out, told("groups-at-first").out);
}

TEST_F(RootInGuest, FindsNoGroupAfterTheNextStartThoughTheWardenWasKilledToo) {
  EXPECT_THAT(told("both-killed").out, HasSubstr("/whodunit-")) << "there was one to remove";
  EXPECT_EQ(told("both-killed").status, 0) << "somebody still held its output";
  EXPECT_EQ(told("groups-after-next-start").out, told("groups-at-first").out);
}

TEST_F(DelegatedUserInGuest, IsToldOfVersionTwo) {
  EXPECT_THAT(told("delegated-doctor").out, HasSubstr("user namespace with a memory cgroup (v2)"));
}

TEST_F(DelegatedUserInGuest, SeesTheMysteryOfMemoryEndIn137) {
  EXPECT_EQ(told("delegated-mystery").status, 137);
}

TEST_F(DelegatedUserInGuest, HasTheOomKillerObserved) {
  expect_killed_by_cgroup("delegated-hog");
}

TEST_F(DelegatedUserInGuest, HasAMysterysProcessesLimited) {
  EXPECT_EQ(crowd("delegated-crowd"), 63) << "the mystery itself is the 64th";
}

TEST_F(DelegatedUserInGuest, HasACgroupGrantedInThatOfTheRun) {
  EXPECT_EQ(told("delegated-granted").status, 137) << told("delegated-granted").err;
  EXPECT_EQ(told("delegated-granted").out, "");
}

TEST_F(DelegatedUserInGuest, FindsNoGroupLeft) {
  EXPECT_EQ(told("groups-after-delegated").out, told("groups-delegated").out);
}

TEST_F(DelegatedUserInGuest, HasProcessesLimitedThoughThatControllerWasNotDelegated) {
  EXPECT_LT(crowd("pidless-crowd"), 64);
}

TEST_F(DelegatedUserInGuest, WhoMayNotMoveProcessesIsHelpedByAStandIn) {
  auto const told_of = autopsy("unjoinable-hog");
  expect_killed(told_of);
  expect_out_of_memory(told_of, "stand-in", "the warden");
}

TEST_F(UserInGuest, IsToldWhyACaseIsSkipped) {
  EXPECT_EQ(told("user-granted").status, 3);
  EXPECT_THAT(told("user-granted").err, HasSubstr("the kernel's own OOM killer"));
}

TEST_F(UserInGuest, IsToldWhyThereIsNoCgroup) {
  EXPECT_THAT(told("user-doctor").out, HasSubstr("user namespace without a memory cgroup"));
  EXPECT_THAT(told("user-doctor").out, HasSubstr("Permission denied"));
}

TEST_F(UserInGuest, HasAStandInForTheOomKiller) {
  auto const told_of = autopsy("user-hog");
  expect_killed(told_of);
  expect_out_of_memory(told_of, "stand-in", "the warden");
}

TEST_F(UserInGuest, HasAMysterysProcessesLimited) {
  EXPECT_LT(crowd("user-crowd"), 64);
}

TEST_F(WholeGuest, OutOfMemoryIsToldOfAsTheKernelsDoing) {
  auto const told_of = autopsy("machine-hog");
  expect_killed(told_of);
  // The machine's counter speaks of all its processes.
  expect_out_of_memory(told_of, "inferred", "/proc/vmstat oom_kill");
}

TEST_F(WholeGuest, OutOfMemoryIsInTheKernelsLog) {
  auto const victim = autopsy("machine-hog").at("/fate/first"_json_pointer).get<int>();
  EXPECT_THAT(told("machine-log").out,
              HasSubstr("Out of memory: Killed process " + std::to_string(victim)));
}

} // namespace
} // namespace whodunit::test
