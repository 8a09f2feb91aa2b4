// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Keeps hold of the folders in which the kernel writes the core of a contained run. They end with
/// the run's mount namespace, and are looked through once its processes are gone.

#include "fate/fate.hpp"
#include "fault/error.hpp"
#include "os/fd.hpp"

#include <filesystem>
#include <vector>

namespace whodunit {

/// The largest core that is handed over.
constexpr Bytes largest_core{64ULL << 20U};

/// Owner of descriptors of these folders.
class CoreCatch {
public:
  /// Of a child that stands at its gate, in its scratch. \p core_folder: the one of an absolute
  /// core_pattern; may be empty
  static CoreCatch watch(int pid, std::filesystem::path const& core_folder);

  /// Copies the core that was written last into \p file, which exists and is empty; it stays so if
  /// there is no core of at most largest_core.
  Result<void> hand_over(std::filesystem::path const& file) const;

private:
  std::vector<UniqueFd> folders_;
};

} // namespace whodunit
