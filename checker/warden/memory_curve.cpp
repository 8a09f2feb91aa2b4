// SPDX-License-Identifier: MIT
#include "warden/memory_curve.hpp"

#include "os/proc.hpp"

namespace whodunit {
namespace {

constexpr std::size_t most_samples = 1024;
constexpr std::size_t most_processes = 64; // that are worth the reading of a file each

Bytes resident(ProcessTree const& tree) {
  Bytes total;
  auto pids = tree.living();
  pids.resize(std::min(pids.size(), most_processes));
  for (int const pid : pids)
    total.count += proc::resident_memory(pid).count;
  return total;
}

} // namespace

void MemoryCurve::look(Cgroup const* group, ProcessTree const& tree, Moment now) {
  if (now < next_)
    return;
  samples_.push_back({now, group != nullptr ? group->used() : resident(tree)});
  if (samples_.size() >= most_samples) {
    std::vector<MemorySample> fewer;
    for (std::size_t i = 0; i < samples_.size(); i += 2)
      fewer.push_back(samples_[i]);
    samples_ = std::move(fewer);
    period_ *= 2;
  }
  next_ = now + period_ - shortest_period / 2; // the ticks are not exact
}

} // namespace whodunit
