// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"
#include "autopsy/kernel_rules.hpp"

namespace whodunit {
namespace {

bool is_raised_by_cpu(Signal signal) {
  constexpr std::array numbers{SIGSEGV, SIGFPE, SIGBUS, SIGILL, SIGTRAP};
  return std::ranges::find(numbers, signal.number()) != numbers.end();
}

} // namespace

Finding unseen(Inquiry const& inquiry) {
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim)};
  int const number = inquiry.signal->number();
  if (number == SIGSYS && inquiry.fate.observed.traced) {
    auto const& call = inquiry.victim.died_in;
    evidence.push_back({"ptrace", "no delivery was seen: seccomp kills without one" +
                                      (call.empty() ? "" : ", here in " + call)});
    // Where records were dropped, that of a delivery may be among them.
    auto const certainty =
        inquiry.fate.signals.size() < most_records ? Certainty::observed : Certainty::inferred;
    return {claim(Agent::kernel, certainty, evidence),
            claim(Cause::sig_policy, certainty, evidence)};
  }
  if (!inquiry.fate.observed.traced)
    evidence.push_back({"warden", "did not trace, so who sent the signal was not seen"});
  if (is_raised_by_cpu(*inquiry.signal)) {
    Finding finding{claim(Agent::cpu, Certainty::inferred, evidence),
                    {{}, Certainty::unknown, evidence}};
    if (number == SIGFPE)
      finding.cause = claim(Cause::arith_div_zero, Certainty::inferred, evidence);
    return finding;
  }
  if (auto const rule = kernel_rule(*inquiry.signal))
    return {claim(Agent::kernel, Certainty::inferred, evidence),
            claim(*rule, Certainty::inferred, evidence)};
  return {{{}, Certainty::unknown, evidence}, {{}, Certainty::unknown, evidence}};
}

} // namespace whodunit
