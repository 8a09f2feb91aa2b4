// SPDX-License-Identifier: MIT
// What hostile programs say and are called, told by the program itself: valid JSON, and a terminal
// that is not obeyed.
#include "built.hpp"
#include "tier.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

using Json = nlohmann::json;
using test::Tier;

class Told : public test::InTier {
protected:
  void SetUp() override {
    auto const tier = ::geteuid() == 0 ? Tier::root : Tier::user;
    enter(tier);
    warden_.reset();
  }

  // Stdout and stderr of `whodunit autopsy`.
  std::string autopsy(std::string const& options, std::string const& program) const {
    auto const command = "exec '" + in_tier("bin/whodunit") + "' autopsy --contain --timeout 2s " +
                         "--memory 64MiB " + options + " -- '" + test::built("tests/hostile/") +
                         program + "'";
    FILE* const stream = ::popen(command.c_str(), "r");
    std::string text;
    for (int letter = std::fgetc(stream); letter != EOF; letter = std::fgetc(stream))
      text.push_back(static_cast<char>(letter));
    EXPECT_EQ(::pclose(stream), 0);
    return text;
  }

  Json json(std::string const& program) const {
    auto const text = autopsy("--json", program);
    auto parsed = Json::parse(text, nullptr, false);
    EXPECT_TRUE(parsed.is_object()) << text;
    return parsed;
  }
};

TEST_F(Told, OddNamesAreValidJson) {
  auto const told = json("odd_names");
  EXPECT_EQ(told["fate"]["ending"]["exit_code"], 7);
  EXPECT_EQ(told["fate"]["processes"].size(), 2U);
}

TEST_F(Told, OddOutputIsValidJson) {
  EXPECT_EQ(json("odd_output")["fate"]["ending"]["exit_code"], 8);
}

TEST_F(Told, OddNamesDoNotReachTheTerminal) {
  auto const text = autopsy("2>&1", "odd_names");
  EXPECT_EQ(text.find('\x1b'), std::string::npos) << text;
  EXPECT_NE(text.find("exited with code 7"), std::string::npos) << text;
}

TEST_F(Told, AFloodIsToldByItsBeginning) {
  auto const told = json("output_flood");
  EXPECT_EQ(told["fate"]["limits"][0]["name"], "wall");
}

TEST_F(Told, AHogIsTheKernels) {
  auto const told = json("memory_touch");
  EXPECT_EQ(told["fate"]["ending"]["signal"], "SIGKILL");
  EXPECT_EQ(told["claims"]["agent"]["value"], "kernel");
  EXPECT_EQ(told["claims"]["cause"]["value"], "res.memory");
}

TEST_F(Told, AnAttackOnEverybodyReachesNobody) {
  EXPECT_EQ(json("kill_everybody")["fate"]["ending"]["exit_code"], 6);
}

} // namespace
} // namespace whodunit
