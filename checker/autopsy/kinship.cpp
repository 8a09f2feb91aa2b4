// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"

#include <optional>

namespace whodunit {
namespace {

// Once a link of the chain has ended, what hung below it is an orphan and belongs to whoever adopts
// it: that is how a daemon cuts its ties.
bool was_cut(ProcessRecord const* link, std::optional<Moment> by) {
  return by && link != nullptr && link->ended != Moment{} && link->ended < *by;
}

bool descends_from(Fate const& fate, int pid, int ancestor, std::optional<Moment> when = {}) {
  // Bounded by the number of processes: a pid that was used twice could otherwise make a ring.
  for (std::size_t steps = 0; steps < fate.processes.size(); ++steps) {
    auto const* const process = find_process(fate, pid);
    if (process == nullptr || process->parent == 0)
      return false;
    if (process->parent == ancestor)
      return true;
    pid = process->parent;
    if (was_cut(find_process(fate, pid), when))
      return false;
  }
  return false;
}

} // namespace

Agent kinship(Fate const& fate, int victim, int actor, Moment when) {
  auto const* const dead = find_process(fate, victim);
  auto const* const active = find_process(fate, actor);
  if (dead == nullptr || active == nullptr)
    return Agent::stranger;
  if (victim == actor)
    return Agent::self;
  if (descends_from(fate, actor, victim, when))
    return Agent::child;
  if (descends_from(fate, victim, actor))
    return Agent::parent;
  return dead->parent == active->parent ? Agent::sibling : Agent::stranger;
}

} // namespace whodunit
