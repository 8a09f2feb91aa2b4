// SPDX-License-Identifier: MIT
#include "autopsy/claim.hpp"
#include "autopsy/deaths.hpp"
#include "autopsy/inquiry.hpp"
#include "autopsy/report.hpp"

#include <csignal>

namespace whodunit {
namespace {

Finding killed(Inquiry const& inquiry) {
  auto const* const delivery = inquiry.delivery;
  if (inquiry.signal->number() == SIGKILL)
    return sigkill(inquiry);
  if (delivery == nullptr)
    return inquiry.signal->number() == SIGABRT ? aborted(inquiry) : unseen(inquiry);
  if (delivery->fault)
    return fault(inquiry);
  bool const own_abort = inquiry.signal->number() == SIGABRT && delivery->code == code_tkill &&
                         delivery->sender == inquiry.victim.pid;
  return own_abort ? aborted(inquiry) : sent(inquiry);
}

Finding investigate(Inquiry const& inquiry) {
  if (inquiry.fate.not_executed != 0)
    return not_started(inquiry);
  if (inquiry.victim.zombie && std::holds_alternative<Alive>(inquiry.fate.ending))
    return unreaped(inquiry);
  if (std::holds_alternative<Killed>(inquiry.victim.ending))
    return killed(inquiry);
  return std::holds_alternative<Exited>(inquiry.victim.ending) ? exited(inquiry) : alive(inquiry);
}

Claim<Victim> name_victim(Inquiry const& inquiry, Finding const& finding) {
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim)};
  if (finding.cause.value == Cause::none)
    return claim(Victim::none, finding.cause.certainty, std::move(evidence));
  // All that is known to be swallowed is a write that failed: what it was to write is the victim.
  if (finding.cause.value == Cause::code_swallowed)
    return claim(Victim::output, Certainty::inferred, finding.cause.evidence);
  if (!inquiry.is_first())
    return claim(Victim::child, Certainty::inferred, std::move(evidence), inquiry.victim.pid);
  auto const certainty = std::holds_alternative<Killed>(inquiry.victim.ending)
                             ? Certainty::observed
                             : Certainty::inferred;
  return claim(Victim::self, certainty, std::move(evidence), inquiry.victim.pid);
}

// A supervisor that ends itself with the signal that took its child only passes the news on.
void note_echo(Inquiry const& inquiry, Finding& finding) {
  if (finding.agent.value != Agent::self || !inquiry.shot)
    return;
  for (auto const& process : inquiry.fate.processes) {
    auto const* const killed = std::get_if<Killed>(&process.ending);
    if (process.parent != inquiry.victim.pid || killed == nullptr ||
        killed->signal != inquiry.signal || process.ended > inquiry.shot.call->when)
      continue;
    auto evidence = finding.cause.evidence;
    evidence.push_back(told_by_waitid(process));
    finding.cause = claim(Cause::proc_reraised, Certainty::inferred, std::move(evidence));
  }
}

Claims draw_conclusions(Fate const& fate) {
  auto const inquiry = open_inquiry(fate, find_victim(fate));
  auto finding = investigate(inquiry);
  note_echo(inquiry, finding);
  return {name_victim(inquiry, finding), finding.agent, finding.cause,
          judge_report(inquiry, finding), judge_blast(inquiry, finding)};
}

} // namespace

Autopsy examine(Fate fate) {
  auto claims = find_process(fate, fate.first) != nullptr ? draw_conclusions(fate) : Claims{};
  return {std::move(fate), std::move(claims)};
}

} // namespace whodunit
