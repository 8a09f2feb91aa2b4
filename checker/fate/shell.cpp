// SPDX-License-Identifier: MIT
#include "fate/shell.hpp"

#include "fate/folding.hpp"

#include <algorithm>
#include <array>

namespace whodunit {
namespace {

struct ShellFacts {
  Shell shell;
  std::string_view name;
  int signal_base;    ///< what it adds to the number of the signal that killed a child
  bool reports_stops; ///< whether a job that was just stopped sets `$?` in the same way
};

// Each row was measured on the shell itself; tests/fate/real_shells_test.cpp does it again.
constexpr std::array shell_facts{
    ShellFacts{Shell::bash, "bash", 128, true},  ShellFacts{Shell::dash, "dash", 128, true},
    ShellFacts{Shell::zsh, "zsh", 128, true},    ShellFacts{Shell::ksh93, "ksh93", 256, false},
    ShellFacts{Shell::mksh, "mksh", 128, false}, ShellFacts{Shell::fish, "fish", 128, false},
    ShellFacts{Shell::tcsh, "tcsh", 128, false},
};
constexpr std::array shell_list{Shell::bash, Shell::dash, Shell::zsh, Shell::ksh93,
                                Shell::mksh, Shell::fish, Shell::tcsh};

constexpr int largest_exit_code = 255;

ShellFacts const& facts(Shell shell) {
  return shell_facts.at(static_cast<std::size_t>(shell));
}

std::optional<Ending> signal_ending(Shell shell, Signal signal) {
  switch (signal.default_action()) {
  case DefaultAction::terminate:
  case DefaultAction::core:
    return Killed{signal, false};
  case DefaultAction::stop:
    if (facts(shell).reports_stops)
      return Alive{LifeState::stopped, signal};
    return std::nullopt;
  case DefaultAction::continues:
  case DefaultAction::ignore:
    break;
  }
  return std::nullopt;
}

} // namespace

std::span<Shell const> all_shells() {
  return shell_list;
}

std::string_view to_string(Shell shell) {
  return facts(shell).name;
}

std::optional<Shell> parse_shell(std::string_view name) {
  auto const wanted = lower_case(name.substr(name.rfind('/') + 1));
  if (wanted == "sh")
    return Shell::dash;
  if (wanted == "ksh")
    return Shell::ksh93;
  for (auto const& shell : shell_facts)
    if (shell.name == wanted)
      return shell.shell;
  return std::nullopt;
}

std::optional<int> shell_status(Shell shell, Ending const& ending) {
  if (auto const* exited = std::get_if<Exited>(&ending))
    return exited->code;
  if (auto const* killed = std::get_if<Killed>(&ending))
    return facts(shell).signal_base + killed->signal.number();
  auto const& alive = std::get<Alive>(ending);
  if (alive.state != LifeState::stopped || !alive.stop_signal || !facts(shell).reports_stops)
    return std::nullopt;
  return facts(shell).signal_base + alive.stop_signal->number();
}

std::vector<Ending> endings_behind(Shell shell, int status) {
  std::vector<Ending> endings;
  if (auto const signal = Signal::from_number(status - facts(shell).signal_base))
    if (auto const ending = signal_ending(shell, *signal))
      endings.push_back(*ending);
  if (status >= 0 && status <= largest_exit_code)
    endings.emplace_back(Exited{status});
  return endings;
}

int largest_status(Shell shell) {
  return std::max(largest_exit_code, facts(shell).signal_base + highest_signal);
}

} // namespace whodunit
