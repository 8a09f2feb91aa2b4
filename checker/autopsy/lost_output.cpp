// SPDX-License-Identifier: MIT
#include "autopsy/lost_output.hpp"

#include "autopsy/deaths.hpp"
#include "autopsy/failed_call.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

struct Loss {
  Evidence evidence;
  int writer = 0; // pid; 0: not seen
};

std::optional<Evidence> full_scratch(Fate const& fate) {
  auto const limit = std::ranges::find_if(
      fate.limits, [](LimitHit const& hit) { return hit.name == "disk" || hit.name == "inodes"; });
  if (limit == fate.limits.end())
    return std::nullopt;
  return Evidence{"statfs", fmt::format("at its end the scratch directory was full: {} {}",
                                        limit->name, limit->value)};
}

std::optional<Loss> loss_in(Fate const& fate) {
  if (auto failed = failed_write(fate))
    return Loss{{"system call", std::move(failed->told)}, failed->process};
  if (auto full = full_scratch(fate))
    return Loss{std::move(*full), fate.processes.size() == 1 ? fate.first : 0};
  return std::nullopt;
}

ProcessRecord const* failed_child(Fate const& fate) {
  auto const found = std::ranges::find_if(fate.processes, [&](ProcessRecord const& process) {
    auto const* const exit = std::get_if<Exited>(&process.ending);
    return process.pid != fate.first && exit != nullptr && exit->code != 0;
  });
  return found == fate.processes.end() ? nullptr : &*found;
}

Finding both(Agent agent, Cause cause, std::vector<Evidence> const& evidence) {
  return {claim(agent, Certainty::inferred, evidence), claim(cause, Certainty::inferred, evidence)};
}

} // namespace

std::optional<Finding> swallowed(Inquiry const& inquiry) {
  auto const loss = loss_in(inquiry.fate);
  if (!loss)
    return std::nullopt;
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim), loss->evidence};
  auto const* const child = failed_child(inquiry.fate);
  if (child != nullptr)
    evidence.push_back(told_by_waitid(*child));
  if (is_shell(inquiry.victim)) {
    if (child == nullptr || !reached_shell(inquiry.fate, *child))
      return std::nullopt;
    return both(Agent::wrapper, Cause::sh_status_rule, evidence);
  }
  if (loss->writer == inquiry.victim.pid || child != nullptr)
    return both(Agent::self, Cause::code_swallowed, evidence);
  return Finding{{{}, Certainty::unknown, evidence},
                 claim(Cause::code_swallowed, Certainty::inferred, evidence)};
}

std::optional<Finding> out_of_disk(Inquiry const& inquiry) {
  auto const full = full_scratch(inquiry.fate);
  if (!full)
    return std::nullopt;
  return both(Agent::kernel, Cause::res_disk, {told_by_waitid(inquiry.victim), *full});
}

} // namespace whodunit
