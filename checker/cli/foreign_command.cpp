// SPDX-License-Identifier: MIT
#include "cli/foreign_command.hpp"

#include "casebook/casebook.hpp"
#include "cli/attendance.hpp"

#include <unistd.h>

namespace whodunit::cli {
namespace {

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
  return launch;
}

} // namespace

Result<Fate> run_foreign(ForeignCommand const& command) {
  auto const installation = find_installation();
  if (!installation)
    return installation.error();
  auto warden = Warden::start(installation->warden);
  if (!warden)
    return warden.error();
  auto const launch = launch_of(command);
  return attend(*warden, launch);
}

} // namespace whodunit::cli
