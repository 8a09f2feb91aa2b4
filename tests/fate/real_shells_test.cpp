// SPDX-License-Identifier: MIT
// What the table in shell.cpp says, measured again on the shells themselves, with a child that
// really dies.
#include "built.hpp"
#include "fate/shell.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <sstream>
#include <string>

namespace whodunit {
namespace {

struct RealShell {
  Shell shell;
  char const* program;
  char const* options;
  char const* status;
};

// googletest shows it as a part of the test's name, which must not change from run to run.
void PrintTo(RealShell const& shell, std::ostream* out) {
  *out << shell.program;
}

constexpr std::array real_shells{
    RealShell{Shell::bash, "bash", "-c", "$?"},
    RealShell{Shell::dash, "dash", "-c", "$?"},
    RealShell{Shell::zsh, "zsh", "-fc", "$?"},
    RealShell{Shell::ksh93, "ksh93", "-c", "$?"},
    RealShell{Shell::mksh, "mksh", "-c", "$?"},
    RealShell{Shell::fish, "fish", "-Nc", "$status"},
    RealShell{Shell::tcsh, "tcsh", "-fc", "$status"},
};

std::string on_path(std::string const& program) {
  std::istringstream path(std::getenv("PATH"));
  for (std::string folder; std::getline(path, folder, ':');)
    if (std::filesystem::exists(folder + "/" + program))
      return folder + "/" + program;
  return "";
}

std::string quoted(std::string const& text) {
  return "'" + text + "'";
}

// The first line that the shell prints.
std::string first_line(RealShell const& shell, std::string const& script) {
  auto const line =
      std::string(shell.program) + " " + shell.options + " " + quoted(script) + " 2>/dev/null";
  std::unique_ptr<FILE, int (*)(FILE*)> const pipe(popen(line.c_str(), "r"), pclose);
  std::string text;
  for (int letter = std::fgetc(pipe.get()); letter != EOF && letter != '\n';
       letter = std::fgetc(pipe.get()))
    text += static_cast<char>(letter);
  return text;
}

// What the shell shows as its status after the subject ended as told.
std::string seen_by(RealShell const& shell, std::string const& told) {
  auto const subject = "\"" + test::built("tests/subject_ends_as_told") + "\" " + told;
  return first_line(shell, subject + "; echo " + shell.status);
}

class RealShells : public testing::TestWithParam<RealShell> {
protected:
  void SetUp() override {
    if (!on_path(GetParam().program).empty())
      return;
    if (std::getenv("CI") != nullptr)
      FAIL() << GetParam().program << " is not installed, and in CI it has to be";
    GTEST_SKIP() << GetParam().program << " is not installed";
  }
};

TEST_P(RealShells, ShowADeathBySignalAsTheTableSays) {
  // Without SIGINT and SIGQUIT: tcsh or fish end themselves when a child died of one.
  for (int const number :
       {SIGHUP, SIGABRT, SIGFPE, SIGKILL, SIGSEGV, SIGPIPE, SIGTERM, SIGSYS, 34, 49, 50, 64}) {
    auto const expected =
        shell_status(GetParam().shell, Killed{*Signal::from_number(number), false});
    EXPECT_EQ(seen_by(GetParam(), "signal " + std::to_string(number)), std::to_string(*expected))
        << number;
  }
}

TEST_P(RealShells, ShowAnExitCodeAsItIs) {
  for (int const code : {0, 1, 127, 128, 136, 137, 255})
    EXPECT_EQ(seen_by(GetParam(), "exit " + std::to_string(code)),
              std::to_string(*shell_status(GetParam().shell, Exited{code})));
}

class RealBash : public RealShells {};

TEST_P(RealBash, NamesEverySignalAsWeDo) {
  for (int number = 1; number <= highest_signal; ++number)
    if (number < 32 || number >= first_realtime_signal) {
      auto const name = first_line(GetParam(), "kill -l " + std::to_string(number));
      EXPECT_EQ(Signal::from_number(number)->name(), "SIG" + name);
    }
}

INSTANTIATE_TEST_SUITE_P(Measured, RealBash, testing::Values(real_shells.front()));
INSTANTIATE_TEST_SUITE_P(Measured, RealShells, testing::ValuesIn(real_shells),
                         [](auto const& row) { return std::string(to_string(row.param.shell)); });

} // namespace
} // namespace whodunit
