// SPDX-License-Identifier: MIT
#include "report/doctor_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

Machine bare() {
  Machine machine;
  machine.means.core_pattern = "|/usr/lib/systemd/systemd-coredump %P";
  machine.means.memory_cgroup_why = "no memory controller";
  machine.means.cpu_share_why = "no cpu controller";
  machine.means.own_namespaces_why = "no namespaces";
  machine.means.own_cgroups_why = "no cgroup v2";
  machine.tools = {{"gdb", false}};
  return machine;
}

TEST(Doctor, SaysWhatEachMissingPermissionCostsAndHowToGetIt) {
  auto const json = nlohmann::json::parse(doctor_json(bare()));
  EXPECT_EQ(json["schema"], "whodunit.doctor/1");
  EXPECT_EQ(json["tier"], "no namespaces");
  for (auto const& permission : json["permissions"]) {
    EXPECT_EQ(permission["available"], false) << permission;
    EXPECT_TRUE(permission["costs"].is_string()) << permission;
    EXPECT_TRUE(permission["remedy"].is_string()) << permission;
  }
}

TEST(Doctor, WhatIsThereCostsNothing) {
  Machine machine;
  machine.means = {true, true, true, true, true, true, "", "v2", "", "core"};
  auto const json = nlohmann::json::parse(doctor_json(machine));
  EXPECT_EQ(json["tier"], "root with a memory cgroup");
  for (auto const& permission : json["permissions"])
    EXPECT_EQ(permission["costs"], nullptr) << permission;
}

TEST(Doctor, TheReasonOfTheMachineIsPassedOn) {
  EXPECT_THAT(doctor_text(bare(), 200), ::testing::HasSubstr("no memory controller"));
  EXPECT_THAT(doctor_text(bare(), 200), ::testing::HasSubstr("stand-in"));
}

} // namespace
} // namespace whodunit
