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
  launch.limits.disk = asked.limits.disk;
  launch.limits.inodes = asked.limits.inodes;
  launch.limits.cpu_share = asked.limits.cpu_percent;
  launch.grant_namespaces = asked.grants.namespaces;
  launch.grant_cgroups = asked.grants.cgroups;
  return launch;
}

namespace {

Error skipped(std::string const& name, std::string const& reason) {
  return {"run", name, {}, reason + ": it is skipped here, and that is not your fault"};
}

Result<void> suits_processor(Case const& asked) {
  utsname machine{};
  ::uname(&machine);
  auto const& wanted = asked.requires_.architectures;
  if (wanted.empty() || std::ranges::find(wanted, machine.machine) != wanted.end())
    return {};
  return skipped(asked.name, fmt::format("it needs a processor of the kind {}, and this one is {}",
                                         fmt::join(wanted, " or "), machine.machine));
}

bool needs_means(Case const& asked) {
  return asked.requires_.kernel_oom || asked.limits.disk || asked.limits.inodes ||
         asked.limits.cpu_percent || asked.grants.namespaces || asked.grants.cgroups;
}

std::string lack(Case const& asked, Means const& means) {
  if (asked.requires_.kernel_oom && means.memory_cgroup.empty())
    return fmt::format("it needs the kernel's own OOM killer, and so a memory cgroup ({}); be root "
                       "where /sys/fs/cgroup can be written, or work in a systemd user session "
                       "with memory delegated",
                       means.memory_cgroup_why);
  if ((asked.limits.disk || asked.limits.inodes) && !means.mount_namespace)
    return fmt::format("it needs a small file system of its own, and so namespaces ({}); see "
                       "whodunit doctor",
                       means.namespaces_why);
  if (asked.limits.cpu_percent && !means.cpu_share_why.empty())
    return "it needs a share of a processor; " + means.cpu_share_why;
  if (asked.grants.namespaces && !means.own_namespaces_why.empty())
    return "it needs to make namespaces; " + means.own_namespaces_why;
  if (asked.grants.cgroups && !means.own_cgroups_why.empty())
    return "it needs cgroups of version 2; " + means.own_cgroups_why;
  return {};
}

} // namespace

Result<void> meets(Case const& asked, std::function<Result<Means>()> const& means) {
  if (auto suited = suits_processor(asked); !suited || !needs_means(asked))
    return suited;
  auto const told = means();
  if (!told)
    return told.error();
  auto const missing = lack(asked, *told);
  return missing.empty() ? Result<void>() : skipped(asked.name, missing);
}

} // namespace whodunit
