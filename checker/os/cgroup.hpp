// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A control group of one run: memory limited, and the number of processes where that is possible,
/// with the counters that testify to an OOM kill. Version 1 and 2 of the kernel's interface
/// (Documentation/admin-guide/cgroup-v1/memory.rst and cgroup-v2.rst). Never reused: a run gets a
/// fresh one.

#include "fate/fate.hpp"
#include "fault/error.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// Which of the kernel's two interfaces a group has.
enum class CgroupVersion { v1, v2 };

/// Where cgroups of runs may be made.
struct CgroupPlace {
  CgroupVersion version = CgroupVersion::v2; ///< of the hierarchy that \ref memory is in
  std::filesystem::path memory; ///< folder under which a group with a memory limit can be made
  std::optional<std::filesystem::path>
      pids; ///< v1: the same for the number of processes; v2: equals \ref memory
  /// The same for a share of the processors' time.
  std::optional<std::filesystem::path> cpu = {};
};

/// Finds a place by trying: makes a group, sets a limit, removes it. An Error says why there is
/// none. \param root of the cgroup file systems, `/sys/fs/cgroup` \param membership contents of
/// /proc/self/cgroup
Result<CgroupPlace> find_cgroup_place(std::filesystem::path const& root,
                                      std::string const& membership);

/// What the processes of a group share; none: no limit of ours.
struct CgroupLimits {
  std::optional<Bytes> memory; ///< of all of them together, swap included where it can be limited
  /// Alive at a time; left out where the place has no \ref CgroupPlace::pids.
  std::optional<int> processes;
  /// Percent of one processor; there has to be a \ref CgroupPlace::cpu.
  std::optional<int> cpu_share = {};
};

/// Owner of the folders of one group; removing them is what its destruction does.
class Cgroup {
public:
  /// \param name of the new folder; starts with `whodunit-`
  static Result<Cgroup> create(CgroupPlace const& place, std::string const& name,
                               CgroupLimits const& limits);

  Cgroup(Cgroup const&) = delete;            ///< there is one owner
  Cgroup& operator=(Cgroup const&) = delete; ///< there is one owner
  /// The other one owns no folder afterwards.
  Cgroup(Cgroup&&) noexcept = default;
  /// Exchanges the folders: what this one owned is removed with \p other.
  Cgroup& operator=(Cgroup&& other) noexcept;
  ~Cgroup();

  /// Moves the calling, single-threaded process into the group. Async-signal-safe but for opening
  /// files. \return 0 or errno.
  int join() const;
  /// The one with the memory limit; others can be made below it.
  std::filesystem::path const& folder() const { return folders_.front(); }
  CgroupVersion version() const { return version_; } ///< of the hierarchy that folder() is in
  /// Whether the kernel holds the group to CgroupLimits::processes.
  bool limits_processes() const { return pids_.has_value(); }
  /// How many processes the OOM killer took from this group; nullopt where the kernel does not
  /// count (v1 before 4.13).
  std::optional<std::uint64_t> oom_kills() const;
  /// ``memory.oom_control oom_kill``: what oom_kills() reads, as evidence names it.
  std::string_view oom_counter() const;
  /// The most memory that it ever held (`memory.peak`, `memory.max_usage_in_bytes`); 0 where the
  /// kernel does not say.
  Bytes peak() const;
  /// What it holds now (`memory.current`, `memory.usage_in_bytes`).
  Bytes used() const;
  /// How often a process was refused because there were too many (`pids.events`); 0 where nobody
  /// counts.
  std::uint64_t refused_processes() const;
  /// SIGKILL to every process in the group until there is none.
  void kill_all() const;

private:
  Cgroup(CgroupVersion version, std::vector<std::filesystem::path> folders)
      : version_(version), folders_(std::move(folders)) {}

  Result<void> make(std::filesystem::path const& folder);
  Result<void> apply(CgroupPlace const& place, CgroupLimits const& limits);
  Bytes number_in(char const* file) const;

  CgroupVersion version_ = CgroupVersion::v2;
  std::vector<std::filesystem::path> folders_; ///< [0] is the one of memory
  std::optional<std::filesystem::path> pids_;  ///< the one that limits processes
};

/// SIGKILL to every process in a group and in those below it until there is none.
void kill_cgroup(std::filesystem::path const& folder);
/// Removes a group and those below it, of which nothing lives any more. Blocks while the kernel
/// lets go of the dead.
void remove_cgroup(std::filesystem::path const& folder);

/// Removes groups that a warden left behind which is no more: its pid, start time and PID namespace
/// are in the folder's name. Those of another namespace are left alone.
void sweep_cgroups(CgroupPlace const& place);
/// The same in one folder.
void sweep_cgroups(std::filesystem::path const& folder);
/// The path of our own group in a hierarchy, as in ``4:memory:/a/b`` or ``0::/a/b``; nullopt where
/// there is none. \param membership contents of /proc/self/cgroup \param controller empty: of
/// version 2
std::optional<std::string> own_cgroup(std::string const& membership, std::string_view controller);
/// Where version 2 is mounted below \p root, with or without controllers.
std::filesystem::path unified_hierarchy(std::filesystem::path const& root);
/// ``whodunit-<pid>-<start time>-<PID namespace>-<number>`` for the calling process. With \p
/// foreign a name that no sweep ends the members of: what a user's own command leaves running
/// stays.
std::string cgroup_name(unsigned number, bool foreign = false);

} // namespace whodunit
