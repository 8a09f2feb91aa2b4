// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The death (or the state) that decided a run, with the observations that belong to it gathered in
/// one place. Every way to end has its own file, which turns an Inquiry into a Finding; examine()
/// asks the right one.

#include "autopsy/claim.hpp"
#include "fate/signal_code.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace whodunit {

/// A call of the kill family that reached a process.
struct Shot {
  KillCall const* call = nullptr; ///< of Fate::kill_calls; null: none was found
  bool aimed = false;             ///< at this very process, not at a group or at everybody
  explicit operator bool() const { return call != nullptr; } ///< a call was found
};

/// An end to be explained. Refers to the fate, which must outlive it.
struct Inquiry {
  Fate const& fate;             ///< of the whole run
  ProcessRecord const& victim;  ///< the one whose end is to be explained
  std::optional<Signal> signal; ///< that killed or stopped the victim
  SignalRecord const* delivery =
      nullptr; ///< of that signal to the victim: the first one that was not its own echo
  Shot shot;   ///< the call behind it

  /// Whether the victim is what the caller started, so that its status is the run's own.
  bool is_first() const { return victim.pid == fate.first; }
  /// Whether the OOM killer's coming would have been noticed.
  bool saw_oom_counters() const { return fate.observed.oom_counter || fate.observed.memory_cgroup; }
  /// Whether last words would have been read, so that their absence says something.
  bool saw_output() const {
    return fate.observed.captured || fate.observed.heard_stderr || !fate.last_words.empty();
  }
};

/// Who did it and how: the two claims that stand on the same evidence.
struct Finding {
  Claim<Agent> agent; ///< who did it
  Claim<Cause> cause; ///< how
};

/// Gathers what was observed of \p victim's end.
Inquiry open_inquiry(Fate const& fate, ProcessRecord const& victim);

/// The call that can have sent \p signal to \p victim while it lived: the last before \p before, or
/// for SIGKILL the first.
Shot find_shot(Fate const& fate, ProcessRecord const& victim, Signal signal,
               std::optional<Moment> before);

// One way to end each; the file has the same name.
Finding not_started(Inquiry const& inquiry); ///< execve(2) failed
Finding sigkill(Inquiry const& inquiry);     ///< killed by SIGKILL, which leaves no siginfo
Finding fault(Inquiry const& inquiry);       ///< killed by a signal that the CPU raised
Finding aborted(Inquiry const& inquiry);     ///< killed by a SIGABRT of its own
Finding sent(Inquiry const& inquiry); ///< killed by any other signal that was seen at its delivery
Finding unseen(Inquiry const& inquiry);   ///< killed by a signal whose delivery was not seen
Finding exited(Inquiry const& inquiry);   ///< ended by itself
Finding alive(Inquiry const& inquiry);    ///< was still there
Finding unreaped(Inquiry const& inquiry); ///< had ended, and nobody had waited for it

/// What \p actor was to \p victim in the tree at \p when: self, child (any descendant), parent (any
/// ancestor), sibling or stranger. A descendant is a stranger once one in between has ended
/// (credentials(7)): nothing but its birth leads back to the victim then.
Agent kinship(Fate const& fate, int victim, int actor, Moment when);

/// A Claim of these parts, its type taken from \p value.
template <class Value>
Claim<Value> claim(Value value, Certainty certainty, std::vector<Evidence> evidence,
                   std::optional<int> process = {}) {
  return {value, certainty, std::move(evidence), process};
}

// Evidence in the words of the report.
Evidence told_by_waitid(ProcessRecord const& process); ///< ``process 5 killed by SIGFPE``
Evidence told_by_siginfo(SignalRecord const& record); ///< ``SIGSEGV, SEGV_MAPERR, address 0x0, …``
/// ``process 5 (api) called kill(2, SIGTERM)``.
Evidence told_by_seccomp(Fate const& fate, KillCall const& call);
Evidence saw_no_call(Inquiry const& inquiry);     ///< ``no process of the tree asked for SIGKILL``
std::string described(Fate const& fate, int pid); ///< ``process 5 (api)``, safe to print

} // namespace whodunit
