// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The checker's side of the warden: starts the small process that runs and observes commands, asks
/// it for fates, and sees it off. One warden serves many runs, one after another.

#include "fault/error.hpp"
#include "warden/launch.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace whodunit {

/// What this machine lets a warden do; see `whodunit doctor`.
struct Means {
  bool root = false;             ///< its effective user is 0
  bool user_namespace = false;   ///< namespaces without root
  bool pid_namespace = false;    ///< contained runs have one
  bool mount_namespace = false;  ///< contained runs have one
  bool ptrace = false;           ///< signals and calls of the kill family can be seen
  bool seccomp = false;          ///< needed for calls of the kill family
  std::string namespaces_why;    ///< why there are none
  std::string memory_cgroup;     ///< `v2`, `v1` or empty
  std::string memory_cgroup_why; ///< why there is none
  std::string core_pattern;      ///< contents of /proc/sys/kernel/core_pattern
  /// Why no contained run can be given a share of a processor; empty: it can.
  std::string cpu_share_why = {};
  /// Why none can be granted namespaces of its own; empty: it can.
  std::string own_namespaces_why = {};
  /// Why none can be granted cgroups of its own; empty: it can.
  std::string own_cgroups_why = {};
};

/// Events of a run in the terminal's foreground, told while it goes on.
struct Progress {
  std::function<void(int group)>
      started; ///< process group of the command, which begins when this returns
  std::function<void(Signal)>
      stopped; ///< may be empty. The first process stopped; its group is continued on return
};

/// A running warden. Move-only; destroying it ends the process and everything that it still runs.
class Warden {
public:
  /// Starts the executable `whodunit-warden` at \p executable (Boost.Process v2) and greets it.
  static Result<Warden> start(std::filesystem::path const& executable);

  Warden(Warden const&) = delete;
  Warden& operator=(Warden const&) = delete;
  Warden(Warden&&) noexcept;            ///< the other can then be destroyed or assigned to
  Warden& operator=(Warden&&) noexcept; ///< the other can then be destroyed or assigned to
  ~Warden();

  /// Probes what the machine allows, by doing it.
  Result<Means> means();

  /// Runs one command to its fate. Blocks until it is ended and everything that it started is gone.
  /// An Error is ours or the machine's; whatever the command does is in the Fate, a failed execve
  /// included.
  Result<Fate> run(Launch const& launch);
  /// The same, and tells \p progress of it: for a command on our own streams (Streams::inherit).
  Result<Fate> run(Launch const& launch, Progress const& progress);

private:
  struct State;
  explicit Warden(std::unique_ptr<State> state);
  Result<void> ask(std::vector<std::uint8_t> const& request);

  std::unique_ptr<State> state_;
};

} // namespace whodunit
