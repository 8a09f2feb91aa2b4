// SPDX-License-Identifier: MIT
#include "autopsy/hang.hpp"
#include "autopsy/inquiry.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace whodunit {
namespace {

Evidence told_by_state(ProcessRecord const& process) {
  return {"/proc", "process " + std::to_string(process.pid) + " " + to_string(process.ending)};
}

struct Waiting {
  std::string_view call;
  Agent agent;
  Cause cause;
};
// What a sleeper that sits in this call usually waits for. futex is left out: a lock that never
// opens and an event that never comes look alike from outside.
constexpr std::array waits{
    Waiting{"read", Agent::none, Cause::hang_io_wait},
    Waiting{"readv", Agent::none, Cause::hang_io_wait},
    Waiting{"write", Agent::none, Cause::hang_io_wait},
    Waiting{"writev", Agent::none, Cause::hang_io_wait},
    Waiting{"open", Agent::none, Cause::hang_io_wait},
    Waiting{"openat", Agent::none, Cause::hang_io_wait},
    Waiting{"recvfrom", Agent::none, Cause::hang_io_wait},
    Waiting{"recvmsg", Agent::none, Cause::hang_io_wait},
    Waiting{"accept", Agent::none, Cause::hang_io_wait},
    Waiting{"accept4", Agent::none, Cause::hang_io_wait},
    Waiting{"connect", Agent::none, Cause::hang_io_wait},
    Waiting{"flock", Agent::none, Cause::hang_io_wait},
    Waiting{"fcntl", Agent::none, Cause::hang_io_wait},
    Waiting{"poll", Agent::none, Cause::hang_io_wait},
    Waiting{"ppoll", Agent::none, Cause::hang_io_wait},
    Waiting{"select", Agent::none, Cause::hang_io_wait},
    Waiting{"pselect6", Agent::none, Cause::hang_io_wait},
    Waiting{"epoll_wait", Agent::none, Cause::hang_io_wait},
    Waiting{"epoll_pwait", Agent::none, Cause::hang_io_wait},
    Waiting{"wait4", Agent::none, Cause::hang_io_wait},
    Waiting{"waitid", Agent::none, Cause::hang_io_wait},
    Waiting{"pause", Agent::none, Cause::hang_io_wait},
    Waiting{"rt_sigsuspend", Agent::none, Cause::hang_io_wait},
    Waiting{"rt_sigtimedwait", Agent::none, Cause::hang_io_wait},
    Waiting{"nanosleep", Agent::none, Cause::hang_sleep},
    Waiting{"clock_nanosleep", Agent::none, Cause::hang_sleep},
};

Finding looping(std::vector<Evidence> const& evidence) {
  return {claim(Agent::self, Certainty::inferred, evidence),
          claim(Cause::hang_loop, Certainty::inferred, evidence)};
}

Finding asleep(Inquiry const& inquiry, Alive const& living, std::vector<Evidence> evidence) {
  if (auto finding = stuck_threads(inquiry))
    return *finding;
  // Whoever waits for another thread does what that one does.
  auto const* const thread = last_awaited(inquiry);
  if (thread != nullptr && thread->thread != inquiry.victim.pid)
    evidence.push_back(told_by_thread(*thread));
  if (thread != nullptr && thread->state == LifeState::running)
    return looping(evidence);
  std::string_view const doing = thread != nullptr ? thread->doing : living.doing;
  if (doing.ends_with(" on nothing"))
    return {claim(Agent::none, Certainty::inferred, evidence),
            claim(Cause::hang_sleep, Certainty::inferred, evidence)};
  auto const* const wait =
      std::ranges::find(waits, doing.substr(0, doing.find_first_of(" (")), &Waiting::call);
  if (wait == waits.end())
    return {{{}, Certainty::unknown, evidence}, {{}, Certainty::unknown, evidence}};
  return {claim(wait->agent, Certainty::inferred, evidence),
          claim(wait->cause, Certainty::inferred, evidence)};
}

Finding running(Inquiry const& inquiry, std::vector<Evidence> evidence) {
  if (auto const* const thread = last_awaited(inquiry))
    evidence.push_back(told_by_thread(*thread));
  return looping(evidence);
}

Finding stopped(Inquiry const& inquiry, std::vector<Evidence> evidence) {
  auto const cause = claim(Cause::hang_stopped, Certainty::observed, evidence);
  if (inquiry.delivery == nullptr)
    return {{{}, Certainty::unknown, evidence}, cause};
  auto sender = sent(inquiry).agent;
  std::ranges::move(sender.evidence, std::back_inserter(evidence));
  sender.evidence = std::move(evidence);
  return {sender, cause};
}

} // namespace

Finding unreaped(Inquiry const& inquiry) {
  std::vector<Evidence> const evidence{
      told_by_waitid(inquiry.victim),
      {"/proc", "its parent, " + described(inquiry.fate, inquiry.victim.parent) +
                    ", has not waited for it: it is a zombie"}};
  return {claim(Agent::parent, Certainty::inferred, evidence, inquiry.victim.parent),
          claim(Cause::hang_zombie, Certainty::inferred, evidence)};
}

Finding alive(Inquiry const& inquiry) {
  auto const& living = std::get<Alive>(inquiry.victim.ending);
  std::vector<Evidence> const evidence{told_by_state(inquiry.victim)};
  switch (living.state) {
  case LifeState::stopped:
    return stopped(inquiry, evidence);
  case LifeState::traced:
    return {{{}, Certainty::unknown, evidence},
            claim(Cause::hang_traced, Certainty::observed, evidence)};
  case LifeState::running:
    return running(inquiry, evidence);
  case LifeState::uninterruptible:
    return {{{}, Certainty::unknown, evidence},
            claim(Cause::hang_kernel_wait, Certainty::inferred, evidence)};
  case LifeState::zombie:
    if (inquiry.is_first())
      return {claim(Agent::self, Certainty::inferred, evidence),
              claim(Cause::hang_leader_zombie, Certainty::inferred, evidence)};
    return unreaped(inquiry);
  case LifeState::sleeping:
    break;
  }
  return asleep(inquiry, living, evidence);
}

} // namespace whodunit
