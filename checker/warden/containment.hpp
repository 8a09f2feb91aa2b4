// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What this machine allows for keeping a run in, found by doing it, from the strongest tier down:
/// namespaces as root, namespaces in a user namespace, none. And the place for cgroups, if there is
/// one.

#include "os/cgroup.hpp"
#include "os/cgroup_subtree.hpp"
#include "os/seccomp_filter.hpp"
#include "warden/anchor.hpp"
#include "warden/launch.hpp"
#include "warden/warden.hpp"

#include <map>
#include <optional>
#include <string>

namespace whodunit {

/// The means that a warden has found and keeps for all its runs.
class Containment {
public:
  /// Makes nothing yet, and looks for nothing that not every run needs.
  static Containment survey();

  /// The kept anchor; made at the first call, and again after the last one ended. nullptr on the
  /// tier without namespaces. Once it was called the calling process may be inside a user namespace
  /// of its own: it then serves contained runs only.
  Anchor* anchor();
  /// A fresh cgroup for one run, if there is a place. An Error if there is a place and it refuses.
  Result<std::optional<Cgroup>> cgroup(CgroupLimits const& limits, bool foreign);
  /// A subtree that is granted to one run: in its own \p group where that is of version 2. nullopt
  /// where \p launch asks for none.
  Result<std::optional<CgroupSubtree>> subtree(Launch const& launch, Cgroup const* group);
  /// An Error if \p launch asks for what this machine can't give, with the reason.
  Result<void> allows(Launch const& launch);
  /// The filter for \p wish, compiled once; nullptr if the kernel has no seccomp or nothing is
  /// wished.
  SeccompFilter const* filter(FilterWish wish);
  /// Sweeps what dead wardens left, if no run has had reason to: not every one needs a cgroup, and
  /// none is to wait for it.
  void tidy_up() { find_place(); }
  /// Everything probed; makes the anchor.
  Means means();

  /// The anchor ended and there is no way to another: a user namespace bars the way back to our own
  /// PID namespace, from which alone a new one can be made. Another process has to take over.
  bool exhausted() const { return tier_ == Tier::user && !anchor_; }
  std::string const& core_pattern() const { return core_pattern_; }   ///< as survey() read it
  bool pipes_cores() const { return core_pattern_.starts_with('|'); } ///< to a program, core(5)
  /// Ends the anchor at once. Its death must still be reaped, see Anchor::forget().
  std::optional<Anchor>& kept_anchor() { return anchor_; }

private:
  enum class Tier { unknown, root, user, none };

  Result<Anchor> start_anchor();
  void find_place();
  Result<void> holds_scratch();
  Result<void> shares_processor();
  Result<void> grants_namespaces();
  Result<void> grants_cgroups();
  Result<std::filesystem::path> const& subtree_place();

  Tier tier_ = Tier::unknown;
  std::string why_no_namespaces_;
  std::optional<Anchor> anchor_;
  bool looked_for_place_ = false;
  std::optional<CgroupPlace> place_;
  std::string why_no_cgroup_;
  std::optional<Result<std::filesystem::path>> subtree_place_;
  std::optional<bool> grants_namespaces_;
  std::string core_pattern_;
  std::map<FilterWish, std::optional<SeccompFilter>> filters_;
  unsigned runs_ = 0;
};

} // namespace whodunit
