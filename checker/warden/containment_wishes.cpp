// SPDX-License-Identifier: MIT
// What a run may ask for beyond the usual, and whether this machine can give it: found once, by
// doing it.
#include "os/fd.hpp"
#include "os/probe.hpp"
#include "warden/containment.hpp"

namespace whodunit {

Result<void> Containment::holds_scratch() {
  if (anchor() != nullptr)
    return {};
  return Error("limit the scratch directory", "", {},
               "that needs namespaces, and there are none: " + why_no_namespaces_);
}

Result<void> Containment::shares_processor() {
  find_place();
  if (place_ && place_->cpu)
    return {};
  return Error("limit the share of a processor", "", {},
               place_ ? "no cpu controller may be used beside the memory controller in " +
                            place_->memory.string() + ": be root, or have \"cpu\" delegated"
                      : why_no_cgroup_);
}

Result<void> Containment::grants_namespaces() {
  if (anchor() == nullptr)
    return Error("grant namespaces", "", {}, why_no_namespaces_);
  if (!grants_namespaces_)
    grants_namespaces_ = probe_granted_namespaces();
  if (*grants_namespaces_)
    return {};
  return Error("grant namespaces", "", {},
               "a process without privileges may not make a user namespace here (look at "
               "/proc/sys/user/max_user_namespaces, kernel.unprivileged_userns_clone and "
               "kernel.apparmor_restrict_unprivileged_userns)");
}

Result<void> Containment::grants_cgroups() {
  find_place();
  if (place_ && place_->version == CgroupVersion::v2)
    return {};
  auto const& place = subtree_place();
  return place ? Result<void>() : place.error();
}

Result<std::filesystem::path> const& Containment::subtree_place() {
  if (!subtree_place_) {
    subtree_place_ = find_subtree_place("/sys/fs/cgroup",
                                        value_or(read_file("/proc/self/cgroup"), std::string{}));
    if (*subtree_place_)
      sweep_cgroups(**subtree_place_);
  }
  return *subtree_place_;
}

Result<void> Containment::allows(Launch const& launch) {
  auto const& limits = launch.limits;
  if (limits.disk || limits.inodes)
    if (auto held = holds_scratch(); !held)
      return held;
  if (!launch.core_file.empty() && anchor() == nullptr)
    return Error("hand over a core", launch.core_file, {},
                 "without namespaces the kernel would write it beside your own files (" +
                     why_no_namespaces_ + "); to have it there: ulimit -c unlimited, and run " +
                     launch.executable.string());
  if (limits.cpu_share)
    if (auto shared = shares_processor(); !shared)
      return shared;
  if (launch.grant_namespaces)
    if (auto granted = grants_namespaces(); !granted)
      return granted;
  return launch.grant_cgroups ? grants_cgroups() : Result<void>();
}

} // namespace whodunit
