// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Whether the scratch file system of a contained run is full. Tells the state at the moment of the
/// question: what was full and was made room in again is not seen.

#include "os/fd.hpp"
#include "warden/launch.hpp"

#include <optional>
#include <vector>

namespace whodunit {

/// Keeps the file system of one run, and has to end before the run is told of as gone.
class ScratchWatch {
public:
  /// That of the contained process \p pid, which stands at its gate. nullopt where it can't be
  /// looked at.
  static std::optional<ScratchWatch> open(int pid);

  /// `disk` and `inodes` where no block and no inode is left (statfs(2)), with the value that
  /// \p limits states, else that of the file system.
  std::vector<LimitHit> used_up(Limits const& limits) const;

private:
  explicit ScratchWatch(UniqueFd folder) : folder_(std::move(folder)) {}

  UniqueFd folder_;
};

} // namespace whodunit
