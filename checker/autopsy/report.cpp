// SPDX-License-Identifier: MIT
#include "autopsy/report.hpp"

#include "autopsy/collective.hpp"
#include "autopsy/deaths.hpp"

#include <algorithm>
#include <csignal>

namespace whodunit {
namespace {

Report of_exit(Inquiry const& inquiry, Finding const& finding, int code) {
  if (finding.cause.value == Cause::proc_unwatched)
    return Report::lost;
  if (code == 0)
    return finding.cause.value == Cause::none ? Report::faithful : Report::masked;
  if (!inquiry.is_first() || finding.cause.value == Cause::sh_tool_map ||
      inquiry.fate.not_executed != 0)
    return Report::remapped;
  if (finding.cause.value == Cause::code_imitation)
    return Report::forged;
  // A handler that ends with 128+n says honestly which signal it was; any other number hides it.
  if (finding.cause.value == Cause::code_handler && !imitated_signal(code))
    return Report::forged;
  return Report::faithful;
}

std::size_t killed_by(Fate const& fate, Signal signal) {
  return static_cast<std::size_t>(
      std::ranges::count_if(fate.processes, [signal](ProcessRecord const& process) {
        auto const* const killed = std::get_if<Killed>(&process.ending);
        return killed != nullptr && killed->signal == signal;
      }));
}

// A key is for the foreground group; a hang-up is for the session's leader, and then for the
// foreground group that it leaves behind.
Blast of_terminal(Signal signal) {
  return signal.number() == SIGHUP ? Blast::session : Blast::group;
}

Blast of_death(Inquiry const& inquiry, Finding const& finding) {
  if (finding.cause.value == Cause::sig_cgroup_kill)
    return Blast::cgroup;
  if (finding.cause.value == Cause::sig_lifetime &&
      fallen_init(inquiry.fate, inquiry.victim) != nullptr)
    return Blast::namespace_;
  if (!inquiry.signal || killed_by(inquiry.fate, *inquiry.signal) < 2)
    return Blast::process;
  switch (finding.cause.value.value_or(Cause::none)) {
  case Cause::sig_broadcast:
    return Blast::group;
  case Cause::sig_tty:
    return of_terminal(*inquiry.signal);
  case Cause::res_memory:
    return Blast::cgroup;
  case Cause::sig_lifetime:
  case Cause::proc_reraised:
    return Blast::tree;
  default:
    return Blast::process;
  }
}

bool harms_only_data(Cause cause) {
  return cause == Cause::code_imitation || cause == Cause::code_swallowed ||
         cause == Cause::sh_status_rule || cause == Cause::none;
}

// Another child whose status the same parent can have collected. That it ended before this one was
// born says nothing: a child can be waited for long after its end, and when it was is not seen.
ProcessRecord const* twin(Fate const& fate, ProcessRecord const& dead) {
  auto const* const parent = find_process(fate, dead.parent);
  auto const found = std::ranges::find_if(fate.processes, [&](ProcessRecord const& process) {
    return process.parent == dead.parent && &process != &dead && process.ended != Moment{} &&
           (parent == nullptr || parent->ended == Moment{} || process.ended <= parent->ended);
  });
  return found == fate.processes.end() ? nullptr : &*found;
}

// Of a success without a cause. Who had one child ignored its death; who had two may have taken
// one's status for the other's, which wait(2) leaves to the caller.
Claim<Report> of_unexplained_success(Fate const& fate, std::vector<Evidence> evidence) {
  auto const* const dead = failed_descendant(fate);
  if (dead == nullptr)
    return {{}, Certainty::unknown, std::move(evidence)};
  evidence.push_back(told_by_waitid(*dead));
  auto const* const other = twin(fate, *dead);
  if (other == nullptr)
    return claim(Report::masked, Certainty::inferred, std::move(evidence));
  evidence.push_back(told_by_waitid(*other));
  return {{}, Certainty::unknown, std::move(evidence)};
}

} // namespace

Claim<Report> judge_report(Inquiry const& inquiry, Finding const& finding) {
  auto const& fate = inquiry.fate;
  auto evidence = std::vector{told_by_waitid(*find_process(fate, fate.first))};
  if (std::holds_alternative<Alive>(fate.ending))
    return claim(Report::none, Certainty::observed, std::move(evidence));
  if (!inquiry.is_first())
    evidence.push_back(told_by_waitid(inquiry.victim));
  if (auto const* const exit = std::get_if<Exited>(&fate.ending)) {
    if (exit->code == 0 && !finding.cause.value)
      return of_unexplained_success(fate, std::move(evidence));
    return claim(of_exit(inquiry, finding, exit->code), Certainty::inferred, std::move(evidence));
  }
  if (finding.cause.value == Cause::proc_reraised)
    return claim(Report::remapped, Certainty::inferred, std::move(evidence));
  return claim(Report::faithful, Certainty::observed, std::move(evidence));
}

Claim<Blast> judge_blast(Inquiry const& inquiry, Finding const& finding) {
  std::vector const evidence{told_by_waitid(inquiry.victim)};
  if (std::holds_alternative<Killed>(inquiry.victim.ending))
    return claim(of_death(inquiry, finding), Certainty::inferred, evidence);
  if (!finding.cause.value)
    return {{}, Certainty::unknown, evidence};
  auto const cause = *finding.cause.value;
  if (cause == Cause::none || cause == Cause::hang_sleep || cause == Cause::hang_zombie)
    return claim(Blast::none, Certainty::inferred, evidence);
  return claim(harms_only_data(cause) ? Blast::data : Blast::process, Certainty::inferred,
               evidence);
}

} // namespace whodunit
