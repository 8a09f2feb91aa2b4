// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Fates made by hand, for claims that need no process: every observation that a test does not
/// mention is absent, and was looked for.

#include "autopsy/claim.hpp"

#include <csignal>
#include <utility>

namespace whodunit::testing {

inline Signal number(int value) {
  return *Signal::from_number(value);
}
inline Killed killed_by(int value) {
  return {number(value), false};
}

inline constexpr int first = 2;

/// One process, watched by every means.
inline Fate lone(Ending ending) {
  Fate fate;
  fate.first = first;
  fate.ending = ending;
  fate.wait_status = wait_status_of(ending);
  fate.processes.push_back(
      {first, 0, "subject", std::move(ending), Moment{0}, Moment{1000}, {}, {}});
  fate.observed.traced = true;
  fate.observed.kill_calls = true;
  fate.observed.contained = true;
  fate.observed.memory_cgroup = true;
  fate.observed.captured = true;
  return fate;
}

inline void add_process(Fate& fate, int pid, int parent, Ending ending,
                        Moment ended = Moment{500}) {
  fate.processes.push_back({pid, parent, "relative", std::move(ending), Moment{0}, ended, {}, {}});
}

inline SignalRecord delivered(int signal, int code, int sender = 0) {
  SignalRecord record{number(signal)};
  record.code = code;
  record.sender = sender;
  record.target = first;
  record.when = Moment{400};
  return record;
}

inline SignalRecord fault(int signal, int code, std::uint64_t address) {
  auto record = delivered(signal, code);
  record.fault = true;
  record.address = address;
  record.instruction_pointer = 0x401136;
  record.stack_pointer = 0x7ffd00001000;
  return record;
}

/// With a handler that is called for it.
inline SignalRecord caught(SignalRecord record) {
  record.disposition = Disposition::caught;
  return record;
}

inline Fate faulted(SignalRecord record) {
  auto fate = lone(Killed{record.signal, true});
  fate.signals.push_back(std::move(record));
  return fate;
}

inline KillCall kill_call(int caller, int target, int signal, Moment when = Moment{300}) {
  return {"kill", caller, target, signal, when};
}

inline Fate said(Fate fate, std::string const& words) {
  fate.err = {words, words.size()};
  fate.last_words = words;
  return fate;
}

} // namespace whodunit::testing
