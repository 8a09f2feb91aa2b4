// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A running warden for tests, and commands to give it.

#include "built.hpp"
#include "warden/warden.hpp"

#include <gtest/gtest.h>

namespace whodunit::test {

/// A command that the shell runs, captured, traced and contained unless the test says otherwise.
inline Launch shell(std::string script) {
  Launch launch;
  launch.arguments = {"sh", "-c", std::move(script)};
  launch.executable = "/bin/sh";
  launch.environment = {"PATH=/usr/bin:/bin"};
  launch.limits = {std::chrono::seconds(10), Bytes{64U << 20U}, Bytes{1U << 20U}, 64};
  return launch;
}

class WithWarden : public ::testing::Test {
protected:
  void SetUp() override {
    auto started = Warden::start(built("lib/whodunit/whodunit-warden"));
    ASSERT_TRUE(started) << to_string(started.error());
    warden_ = std::make_unique<Warden>(std::move(*started));
  }

  Fate fate_of(Launch const& launch) {
    auto fate = warden_->run(launch);
    EXPECT_TRUE(fate) << to_string(fate.error());
    return fate ? *fate : Fate{};
  }

  std::unique_ptr<Warden> warden_;
};

} // namespace whodunit::test
