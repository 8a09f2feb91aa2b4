// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"

namespace whodunit {
namespace {

bool descends_from(Fate const& fate, int pid, int ancestor) {
  // Bounded by the number of processes: a pid that was used twice could otherwise make a ring.
  for (std::size_t steps = 0; steps < fate.processes.size(); ++steps) {
    auto const* const process = find_process(fate, pid);
    if (process == nullptr || process->parent == 0)
      return false;
    if (process->parent == ancestor)
      return true;
    pid = process->parent;
  }
  return false;
}

} // namespace

Agent kinship(Fate const& fate, int victim, int actor) {
  auto const* const dead = find_process(fate, victim);
  auto const* const active = find_process(fate, actor);
  if (dead == nullptr || active == nullptr)
    return Agent::stranger;
  if (victim == actor)
    return Agent::self;
  if (descends_from(fate, actor, victim))
    return Agent::child;
  if (descends_from(fate, victim, actor))
    return Agent::parent;
  return dead->parent == active->parent ? Agent::sibling : Agent::stranger;
}

} // namespace whodunit
