// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A cgroup of version 2 in which a run lives and which is its own to divide: it may make groups
/// below, move its processes between them, and kill them (`cgroup.kill`). Has no controllers, and
/// so widens no limit. Documentation/admin-guide/cgroup-v2.rst, "Delegation".

#include "fault/error.hpp"

#include <filesystem>
#include <string>
#include <utility>

namespace whodunit {

/// Where a subtree can be made outside of a run's own group, found by making one. An Error says why
/// there is no such place. \param root of the cgroup file systems, `/sys/fs/cgroup` \param
/// membership contents of /proc/self/cgroup
Result<std::filesystem::path> find_subtree_place(std::filesystem::path const& root,
                                                 std::string const& membership);

/// Owner of the folders; what the run made in them is removed with them. Nothing may live there any
/// more then.
class CgroupSubtree {
public:
  /// In a group of the run itself, which is of version 2.
  static Result<CgroupSubtree> within(std::filesystem::path const& group);
  /// In a new group \p name below \p place; that is of version 2 too.
  static Result<CgroupSubtree> create(std::filesystem::path const& place, std::string const& name);

  CgroupSubtree(CgroupSubtree const&) = delete;            ///< there is one owner
  CgroupSubtree& operator=(CgroupSubtree const&) = delete; ///< there is one owner
  /// The other one owns no folder afterwards.
  CgroupSubtree(CgroupSubtree&& other) noexcept
      : outer_(std::exchange(other.outer_, {})), granted_(std::exchange(other.granted_, {})) {}
  /// Exchanges the folders.
  CgroupSubtree& operator=(CgroupSubtree&& other) noexcept {
    std::swap(outer_, other.outer_);
    std::swap(granted_, other.granted_);
    return *this;
  }
  ~CgroupSubtree();

  std::filesystem::path const& path() const { return granted_; } ///< the folder that is granted
  /// Moves the calling, single-threaded process there. \return 0 or errno.
  int join() const;
  /// SIGKILL to every process in it until there is none.
  void kill_all() const;

private:
  CgroupSubtree() = default;

  std::filesystem::path outer_; ///< holds the limit on the number of groups; empty: not ours
  std::filesystem::path granted_;
};

} // namespace whodunit
