// SPDX-License-Identifier: MIT
#include "warden/containment.hpp"

#include "os/mounts.hpp"
#include "os/namespaces.hpp"
#include "os/probe.hpp"

#include <unistd.h>

namespace whodunit {

// Where groups can be made; and what dead wardens left there is swept.
void Containment::find_place() {
  if (looked_for_place_)
    return;
  looked_for_place_ = true;
  auto place =
      find_cgroup_place("/sys/fs/cgroup", value_or(read_file("/proc/self/cgroup"), std::string{}));
  if (place) {
    sweep_cgroups(*place);
    place_ = std::move(*place);
  } else {
    why_no_cgroup_ = to_string(place.error());
  }
}

Containment Containment::survey() {
  Containment containment;
  containment.core_pattern_ = value_or(read_file("/proc/sys/kernel/core_pattern"), std::string{});
  while (containment.core_pattern_.ends_with('\n'))
    containment.core_pattern_.pop_back();
  return containment;
}

Result<Anchor> Containment::start_anchor() {
  auto const core_folder = folder_of_core_pattern(core_pattern_);
  if (tier_ != Tier::unknown)
    return Anchor::start(core_folder);
  if (::geteuid() == 0)
    if (auto anchor = Anchor::start(core_folder)) {
      tier_ = Tier::root;
      return anchor;
    }
  if (auto entered = enter_user_namespace(); !entered)
    return entered.error();
  tier_ = Tier::user;
  return Anchor::start(core_folder);
}

Anchor* Containment::anchor() {
  find_place(); // before a user namespace hides what the user may do
  if (!anchor_ && tier_ != Tier::none) {
    auto started = start_anchor();
    if (started) {
      anchor_ = std::move(*started);
    } else {
      tier_ = Tier::none;
      why_no_namespaces_ = to_string(started.error());
    }
  }
  return anchor_ ? &*anchor_ : nullptr;
}

Result<std::optional<Cgroup>> Containment::cgroup(CgroupLimits const& limits, bool foreign) {
  find_place();
  if (!place_)
    return std::optional<Cgroup>();
  auto group = Cgroup::create(*place_, cgroup_name(++runs_, foreign), limits);
  if (!group)
    return group.error();
  return std::optional<Cgroup>(std::move(*group));
}

Result<std::optional<CgroupSubtree>> Containment::subtree(Launch const& launch,
                                                          Cgroup const* group) {
  if (!launch.grant_cgroups)
    return std::optional<CgroupSubtree>();
  bool const inside = group != nullptr && group->version() == CgroupVersion::v2;
  auto const& place = subtree_place();
  if (!inside && !place)
    return place.error();
  auto made = inside ? CgroupSubtree::within(group->folder())
                     : CgroupSubtree::create(*place, cgroup_name(++runs_));
  if (!made)
    return made.error();
  return std::optional<CgroupSubtree>(std::move(*made));
}

SeccompFilter const* Containment::filter(FilterWish wish) {
  if (wish == FilterWish{})
    return nullptr;
  auto [entry, fresh] = filters_.try_emplace(wish);
  if (fresh)
    if (auto compiled = SeccompFilter::compile(wish))
      entry->second = std::move(*compiled);
  return entry->second ? &*entry->second : nullptr;
}

Means Containment::means() {
  Means means;
  means.root = ::geteuid() == 0;
  means.ptrace = probe_ptrace();
  means.seccomp = probe_seccomp();
  means.user_namespace = probe_user_namespace();
  bool const namespaces = anchor() != nullptr;
  means.pid_namespace = namespaces;
  means.mount_namespace = namespaces;
  means.namespaces_why = why_no_namespaces_;
  if (place_)
    means.memory_cgroup = place_->version == CgroupVersion::v1 ? "v1" : "v2";
  means.memory_cgroup_why = why_no_cgroup_;
  means.core_pattern = core_pattern_;
  auto const why_not = [](auto const& possible) {
    return possible ? std::string() : to_string(possible.error());
  };
  means.cpu_share_why = why_not(shares_processor());
  means.own_namespaces_why = why_not(grants_namespaces());
  means.own_cgroups_why = why_not(grants_cgroups());
  return means;
}

} // namespace whodunit
