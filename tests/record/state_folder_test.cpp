// SPDX-License-Identifier: MIT
#include "record/journal.hpp"

#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <pwd.h>
#include <unistd.h>

namespace whodunit {
namespace {

/// Each test starts with none of the three variables; they come back afterwards.
class StateFolder : public testing::Test {
protected:
  StateFolder() {
    for (auto const* name : {"WHODUNIT_STATE", "XDG_STATE_HOME", "HOME"}) {
      char const* const value = std::getenv(name);
      kept_[name] = value != nullptr ? std::optional<std::string>(value) : std::nullopt;
      unsetenv(name);
    }
  }
  ~StateFolder() override {
    for (auto const& [name, value] : kept_)
      value ? setenv(name.c_str(), value->c_str(), 1) : unsetenv(name.c_str());
  }
  static std::string found() {
    auto const folder = state_folder();
    return folder ? folder->string() : to_string(folder.error());
  }

private:
  std::map<std::string, std::optional<std::string>> kept_;
};

TEST_F(StateFolder, OwnVariableComesFirst) {
  setenv("WHODUNIT_STATE", "/chosen", 1);
  setenv("XDG_STATE_HOME", "/xdg", 1);
  EXPECT_EQ(found(), "/chosen");
}

TEST_F(StateFolder, ThenTheDesktopsVariable) {
  setenv("XDG_STATE_HOME", "/xdg", 1);
  setenv("HOME", "/home/somebody", 1);
  EXPECT_EQ(found(), "/xdg/whodunit");
}

TEST_F(StateFolder, RelativeDesktopVariableIsIgnored) {
  setenv("XDG_STATE_HOME", "here", 1);
  setenv("HOME", "/home/somebody", 1);
  EXPECT_EQ(found(), "/home/somebody/.local/state/whodunit");
}

TEST_F(StateFolder, EmptyVariablesAreUnset) {
  setenv("WHODUNIT_STATE", "", 1);
  setenv("XDG_STATE_HOME", "", 1);
  setenv("HOME", "/home/somebody", 1);
  EXPECT_EQ(found(), "/home/somebody/.local/state/whodunit");
}

TEST_F(StateFolder, WithoutHomeThePasswordDatabaseIsAsked) {
  passwd const* const entry = getpwuid(getuid());
  if (entry == nullptr)
    GTEST_SKIP() << "this user is not in the password database";
  EXPECT_EQ(found(), std::string(entry->pw_dir) + "/.local/state/whodunit");
}

} // namespace
} // namespace whodunit
