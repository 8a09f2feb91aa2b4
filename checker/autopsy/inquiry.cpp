// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"

#include <csignal>

namespace whodunit {
namespace {

// A call is seen before the kernel does what it asks: its target may be born in between.
constexpr std::chrono::milliseconds in_flight{10};

// The first process is as old as the run.
bool lived_at(ProcessRecord const& process, Moment when) {
  return (process.parent == 0 || when + in_flight >= process.born) &&
         (process.ended == Moment{} || when <= process.ended);
}

// tkill and tgkill name a thread; a number that is no process of the tree can only be one of the
// caller's own threads.
bool names(Fate const& fate, KillCall const& call, int pid) {
  if (call.target == pid)
    return true;
  bool const by_thread =
      call.call == "tkill" || call.call == "tgkill" || call.call == "rt_tgsigqueueinfo";
  return by_thread && call.caller == pid && call.target > 0 &&
         find_process(fate, call.target) == nullptr;
}

bool covers(KillCall const& call, int pid) {
  if (call.call != "kill" || call.target > 0)
    return false;
  return call.target != -1 || call.caller != pid; // kill(-1) spares its caller (kill(2))
}

// A handler that re-raises its signal echoes somebody's shot: the first delivery that was not its
// own tells who fired.
SignalRecord const* decisive_delivery(Fate const& fate, int pid, Signal signal) {
  SignalRecord const* last = nullptr;
  SignalRecord const* from_elsewhere = nullptr;
  for (auto const& record : fate.signals) {
    if (record.target != pid || record.signal != signal)
      continue;
    last = &record;
    if (from_elsewhere == nullptr && !record.fault &&
        !(has_sender(record.code) && record.sender == pid))
      from_elsewhere = &record;
  }
  bool const echo = last != nullptr && !last->fault && last->sender == pid;
  return echo && from_elsewhere != nullptr ? from_elsewhere : last;
}

// A stack overflow under a handler faults twice at one place: the first says where, the second only
// that no signal frame could be pushed.
SignalRecord const* first_at_the_place(Fate const& fate, SignalRecord const* record) {
  if (record == nullptr || !record->fault || record->signal.number() != SIGSEGV)
    return record;
  for (auto const& earlier : fate.signals)
    if (earlier.target == record->target && earlier.signal == record->signal && earlier.fault &&
        earlier.instruction_pointer == record->instruction_pointer)
      return &earlier;
  return record;
}

std::optional<Signal> signal_of(Ending const& ending) {
  if (auto const* const killed = std::get_if<Killed>(&ending))
    return killed->signal;
  if (auto const* const living = std::get_if<Alive>(&ending))
    return living->stop_signal;
  return std::nullopt;
}

} // namespace

Shot find_shot(Fate const& fate, ProcessRecord const& victim, Signal signal,
               std::optional<Moment> before) {
  Shot found;
  for (auto const& call : fate.kill_calls) {
    bool const aimed = names(fate, call, victim.pid);
    if (call.signal != signal.number() || !lived_at(victim, call.when) ||
        (before && call.when > *before) || !(aimed || covers(call, victim.pid)) ||
        (found.aimed && !aimed))
      continue;
    found = {&call, aimed};
    if (aimed && signal.number() == SIGKILL)
      return found;
  }
  return found;
}

Inquiry open_inquiry(Fate const& fate, ProcessRecord const& victim) {
  Inquiry inquiry{fate, victim, signal_of(victim.ending), nullptr, {}};
  if (!inquiry.signal)
    return inquiry;
  inquiry.delivery = first_at_the_place(fate, decisive_delivery(fate, victim.pid, *inquiry.signal));
  auto const before =
      inquiry.delivery != nullptr ? std::optional(inquiry.delivery->when) : std::nullopt;
  inquiry.shot = find_shot(fate, victim, *inquiry.signal, before);
  // siginfo names another sender: an earlier call of the same signal, which did not kill. Only
  // rt_sigqueueinfo can write what it likes.
  if (inquiry.shot && inquiry.delivery != nullptr && has_sender(inquiry.delivery->code) &&
      inquiry.delivery->sender != inquiry.shot.call->caller && !writes_siginfo(*inquiry.shot.call))
    inquiry.shot = {};
  return inquiry;
}

} // namespace whodunit
