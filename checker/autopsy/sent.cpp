// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"
#include "autopsy/kernel_rules.hpp"
#include "fault/complaint.hpp"

namespace whodunit {
namespace {

template <std::size_t n>
bool is_one_of(Signal signal, std::array<int, n> const& numbers) {
  return std::ranges::find(numbers, signal.number()) != numbers.end();
}

constexpr std::array from_terminal{SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};
constexpr std::array from_write{SIGPIPE,
                                SIGXFSZ}; // the kernel signs these with the writer's own pid

Finding both(Agent agent, Cause cause, Certainty certainty, std::vector<Evidence> const& evidence,
             std::optional<int> process = {}) {
  return {claim(agent, certainty, evidence, process), claim(cause, certainty, evidence)};
}

// What the kernel means when it sends this signal by itself; asynchronous I/O may choose any signal
// (F_SETSIG).
Cause rule_for(SignalRecord const& record) {
  if (record.code == code_timer)
    return Cause::sig_timer;
  return kernel_rule(record.signal).value_or(Cause::sig_async);
}

Finding by_kernel(Inquiry const& inquiry, std::vector<Evidence> const& evidence) {
  auto const& record = *inquiry.delivery;
  if (record.code == code_kernel && is_one_of(record.signal, from_terminal)) {
    auto const certainty =
        record.signal.number() == SIGHUP ? Certainty::inferred : Certainty::observed;
    return both(Agent::terminal, Cause::sig_tty, certainty, evidence);
  }
  if (record.code == code_kernel &&
      record.signal.number() == SIGSEGV) // inside a system call: execve had no way back
    return both(Agent::kernel, Cause::exec_space, Certainty::inferred, evidence);
  // The kernel alone uses codes above zero, SI_TIMER and SI_KERNEL, unless rt_sigqueueinfo was
  // there to write them.
  bool const unforgeable = inquiry.fate.observed.kill_calls && record.code != code_timer;
  return both(Agent::kernel, rule_for(record),
              unforgeable ? Certainty::observed : Certainty::inferred, evidence);
}

Finding by_call(Inquiry const& inquiry, std::vector<Evidence> const& evidence) {
  auto const& [call, aimed] = inquiry.shot;
  auto const agent = kinship(inquiry.fate, inquiry.victim.pid, call->caller, call->when);
  // The call is proof where siginfo names the same process; otherwise it may have been an earlier
  // one that did no harm.
  bool const proven =
      has_sender(inquiry.delivery->code) && inquiry.delivery->sender == call->caller;
  return both(agent, aimed ? Cause::sig_kill : Cause::sig_broadcast,
              proven ? Certainty::observed : Certainty::inferred, evidence, call->caller);
}

// Nobody of the tree asked for it, though every request was seen: what is left is the kernel in a
// relative's name.
Finding without_call(Inquiry const& inquiry, std::vector<Evidence> const& evidence) {
  auto const& record = *inquiry.delivery;
  bool const watched = inquiry.fate.observed.kill_calls;
  auto const kin = kinship(inquiry.fate, inquiry.victim.pid, record.sender, record.when);
  if (record.code == code_user && kin == Agent::self && is_one_of(record.signal, from_write))
    return both(Agent::kernel, rule_for(record),
                watched ? Certainty::observed : Certainty::inferred, evidence);
  if (kin == Agent::stranger && record.sender == 0 && !watched)
    return {{{}, Certainty::unknown, evidence},
            claim(Cause::sig_kill, Certainty::inferred, evidence)};
  if (kin == Agent::stranger)
    return both(kin, Cause::sig_kill, watched ? Certainty::observed : Certainty::inferred, evidence,
                record.sender > 0 ? std::optional(record.sender) : std::nullopt);
  if (watched && kin == Agent::parent)
    return both(Agent::kernel, Cause::sig_lifetime, Certainty::inferred, evidence);
  return both(kin, Cause::sig_kill, Certainty::inferred, evidence, record.sender);
}

bool is_forged(Inquiry const& inquiry) {
  return inquiry.shot && writes_siginfo(*inquiry.shot.call) && inquiry.delivery->code != code_queue;
}

} // namespace

Finding sent(Inquiry const& inquiry) {
  auto const& record = *inquiry.delivery;
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim), told_by_siginfo(record)};
  if (!record.during.empty())
    evidence.push_back({"registers", "it was in " + printable(record.during)});
  if (is_forged(inquiry))
    evidence.push_back({"siginfo", "is not the kernel's: the call below wrote it"});
  if (inquiry.shot && (has_sender(record.code) || is_forged(inquiry))) {
    evidence.push_back(told_by_seccomp(inquiry.fate, *inquiry.shot.call));
    return by_call(inquiry, evidence);
  }
  if (inquiry.fate.observed.kill_calls)
    evidence.push_back(saw_no_call(inquiry));
  return has_sender(record.code) && record.code != code_mesgq ? without_call(inquiry, evidence)
                                                              : by_kernel(inquiry, evidence);
}

} // namespace whodunit
