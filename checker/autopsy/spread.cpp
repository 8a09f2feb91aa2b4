// SPDX-License-Identifier: MIT
#include "autopsy/spread.hpp"

#include <algorithm>

namespace whodunit {
namespace {

// What a process was doing at the limit differs from run to run in words that don't matter here.
Ending in_short(Ending ending) {
  if (auto* const living = std::get_if<Alive>(&ending))
    living->doing.clear();
  return ending;
}

} // namespace

void Spread::add(Autopsy const& autopsy) {
  auto const& [fate, claims, backtraces] = autopsy;
  ++runs_;
  auto const wall = fate.usage.wall;
  fastest_ = runs_ == 1 ? wall : std::min(fastest_, wall);
  slowest_ = std::max(slowest_, wall);
  total_ += wall;
  LikeFates const one{in_short(fate.ending), claims.agent.value, claims.cause.value, 1, runs_};
  auto const known = std::ranges::find_if(fates_, [&](LikeFates const& entry) {
    return entry.ending == one.ending && entry.agent == one.agent && entry.cause == one.cause;
  });
  if (known != fates_.end())
    ++known->count;
  else
    fates_.push_back(one);
}

std::vector<LikeFates> Spread::fates() const {
  auto sorted = fates_;
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &LikeFates::count);
  return sorted;
}

Moment Spread::mean() const {
  return runs_ == 0 ? Moment{} : total_ / static_cast<std::int64_t>(runs_);
}

} // namespace whodunit
