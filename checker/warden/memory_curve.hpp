// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The memory of a run over time.

#include "os/cgroup.hpp"
#include "warden/tree.hpp"

#include <chrono>
#include <vector>

namespace whodunit {

/// Samples that stay few however long the run is: when there are too many, every second one goes,
/// and the next ones come half as often.
class MemoryCurve {
public:
  /// How often look() is to be called.
  static constexpr std::chrono::milliseconds shortest_period{10};

  /// Takes a sample if it is time for one. \param group of the run; null: resident sets are summed
  void look(Cgroup const* group, ProcessTree const& tree, Moment now);
  /// Hands the samples over.
  std::vector<MemorySample> take() { return std::move(samples_); }

private:
  std::vector<MemorySample> samples_;
  std::chrono::nanoseconds period_ = shortest_period;
  Moment next_{};
};

} // namespace whodunit
