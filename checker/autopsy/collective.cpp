// SPDX-License-Identifier: MIT
#include "autopsy/collective.hpp"

#include "fault/complaint.hpp"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>

namespace whodunit {
namespace {

bool died_of_sigkill(ProcessRecord const& process) {
  auto const* const killed = std::get_if<Killed>(&process.ending);
  return killed != nullptr && killed->signal.number() == SIGKILL;
}

// Whoever made an init lives in the namespace around it (unshare(2), clone(2)).
ProcessRecord const* init_around(Fate const& fate, ProcessRecord const& init) {
  auto const* const maker = find_process(fate, init.parent);
  return maker != nullptr ? find_process(fate, maker->init) : nullptr;
}

} // namespace

ProcessRecord const* fallen_init(Fate const& fate, ProcessRecord const& process) {
  if (process.init == 0 || !died_of_sigkill(process))
    return nullptr;
  auto const* init = find_process(fate, process.init);
  // Bounded by the number of processes: a pid that was used twice could otherwise make a ring.
  for (std::size_t steps = 0; init != nullptr && steps < fate.processes.size(); ++steps) {
    if (init->pid != process.pid && init->leaving != Moment{} && init->leaving <= process.ended)
      return init;
    init = init_around(fate, *init);
  }
  return nullptr;
}

GroupKill const* find_group_kill(Fate const& fate, ProcessRecord const& process) {
  GroupKill const* found = nullptr;
  for (auto const& kill : fate.group_kills)
    if (kill.when >= process.born && kill.when <= process.ended && died_of_sigkill(process) &&
        std::ranges::count(kill.members, process.pid) != 0)
      found = &kill;
  return found;
}

std::optional<Finding> killed_with_namespace(Inquiry const& inquiry) {
  auto const* const init = fallen_init(inquiry.fate, inquiry.victim);
  if (init == nullptr)
    return std::nullopt;
  std::vector<Evidence> evidence{
      told_by_waitid(inquiry.victim),
      {"/proc", fmt::format("{} was the init of its PID namespace, and went before it",
                            described(inquiry.fate, init->pid))}};
  if (inquiry.fate.observed.kill_calls)
    evidence.push_back(saw_no_call(inquiry));
  return Finding{claim(Agent::kernel, Certainty::inferred, evidence),
                 claim(Cause::sig_lifetime, Certainty::inferred, evidence)};
}

std::optional<Finding> killed_with_cgroup(Inquiry const& inquiry) {
  auto const* const kill = find_group_kill(inquiry.fate, inquiry.victim);
  if (kill == nullptr)
    return std::nullopt;
  std::vector<Evidence> const evidence{
      told_by_waitid(inquiry.victim),
      {"seccomp", fmt::format("{} wrote to cgroup.kill of {}, where it was",
                              described(inquiry.fate, kill->caller), printable(kill->group))}};
  auto const agent = kinship(inquiry.fate, inquiry.victim.pid, kill->caller, kill->when);
  return Finding{claim(agent, Certainty::inferred, evidence, kill->caller),
                 claim(Cause::sig_cgroup_kill, Certainty::inferred, evidence)};
}

} // namespace whodunit
