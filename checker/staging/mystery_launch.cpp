// SPDX-License-Identifier: MIT
#include "staging/mystery_launch.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/utsname.h>

namespace whodunit {

Launch launch_of(Casebook const& casebook, Case const& asked) {
  Launch launch;
  launch.arguments = {asked.name};
  launch.executable = casebook.binary(asked.name);
  launch.environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C", "TERM=dumb"};
  launch.watch = asked.traceable ? Watch::trace : Watch::wait_only;
  launch.limits = {asked.limits.wall, asked.limits.memory, asked.limits.output,
                   asked.limits.processes};
  return launch;
}

Result<void> meets(Requirements const& requirements, std::string const& name) {
  utsname machine{};
  ::uname(&machine);
  auto const& wanted = requirements.architectures;
  if (wanted.empty() || std::ranges::find(wanted, machine.machine) != wanted.end())
    return {};
  return Error{"run",
               name,
               {},
               fmt::format("it needs a processor of the kind {}, and this one is {}: it is skipped "
                           "here, and that is not your fault",
                           fmt::join(wanted, " or "), machine.machine)};
}

} // namespace whodunit
