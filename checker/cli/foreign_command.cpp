// SPDX-License-Identifier: MIT
#include "cli/foreign_command.hpp"

#include "casebook/casebook.hpp"
#include "cli/attendance.hpp"

#include <csignal>
#include <unistd.h>

namespace whodunit::cli {
namespace {

// nohup(1), a background job of a script, `trap '' INT`: the command would find them ignored.
std::vector<int> ignored_signals() {
  std::vector<int> ignored;
  for (int signal = 1; signal <= highest_signal; ++signal) {
    struct sigaction present {};
    if (::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_IGN)
      ignored.push_back(signal);
  }
  return ignored;
}

Launch launch_of(ForeignCommand const& command) {
  Launch launch;
  std::error_code ignored;
  launch.arguments = command.arguments;
  launch.executable = command.arguments.front();
  if (launch.executable.has_parent_path()) // a contained command begins in a folder of its own
    launch.executable = std::filesystem::absolute(launch.executable, ignored);
  for (char const* const* variable = environ; *variable != nullptr; ++variable)
    launch.environment.emplace_back(*variable);
  launch.streams = command.capture ? Streams::capture_output : Streams::inherit;
  launch.watch = command.trace ? Watch::trace : Watch::wait_only;
  launch.contain = command.contain;
  launch.limits = command.limits;
  launch.backtrace = command.backtrace;
  launch.system_calls = command.system_calls;
  if (!command.contain)
    launch.ignored_signals = ignored_signals();
  return launch;
}

Result<Warden> start_warden() {
  auto const installation = find_installation();
  if (!installation)
    return installation.error();
  return Warden::start(installation->warden);
}

constexpr std::uint64_t last_words_kept = 4096; // of each of many runs

} // namespace

Result<void> run_many(ForeignCommand const& command, int times,
                      std::function<bool(Fate)> const& each) {
  auto warden = start_warden();
  if (!warden)
    return warden.error();
  auto launch = launch_of(command);
  launch.streams = Streams::capture;
  launch.limits.output = launch.limits.output.value_or(Bytes{last_words_kept});
  for (int i = 0; i < times; ++i) {
    auto fate = warden->run(launch);
    if (!fate)
      return fate.error();
    if (!each(std::move(*fate)))
      break;
  }
  return {};
}

Result<Fate> run_foreign(ForeignCommand const& command) {
  auto warden = start_warden();
  if (!warden)
    return warden.error();
  auto const launch = launch_of(command);
  return attend(*warden, launch);
}

} // namespace whodunit::cli
