// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Conclusions drawn from a fate. Each says how sure it is and on what evidence it stands; where
/// the evidence does not bear a conclusion there is none.

#include "fate/backtrace.hpp"
#include "fate/fate.hpp"
#include "fate/vocabulary.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// observed: a fact of this run, never wrong. inferred: follows from facts with a step of reasoning
/// that can fail. stand_in: the warden did what the kernel would have done on a better equipped
/// machine. unknown: no evidence bears a value.
enum class Certainty { observed, inferred, stand_in, unknown };

std::string_view to_string(Certainty certainty); ///< `observed`, `inferred`, `stand-in`, `unknown`

/// One observed fact with its source: ``siginfo: SIGFPE, FPE_INTDIV, at 0x401136``.
struct Evidence {
  std::string source; ///< `waitid`, `siginfo`, `seccomp`, `cgroup`, `kernel log`, `/proc`,
                      ///< `warden`, `stderr`
  std::string fact;   ///< what that source says, in the words of the report
};

/// ``siginfo: SIGFPE, FPE_INTDIV``: the source, and what it says.
std::string to_string(Evidence const& evidence);

/// A conclusion of type Value with what it stands on.
template <class Value>
struct Claim {
  std::optional<Value> value;               ///< none: unknown
  Certainty certainty = Certainty::unknown; ///< unknown where there is no value
  std::vector<Evidence> evidence;           ///< what bears the value, or was looked at in vain
  std::optional<int> process = {};          ///< pid of the process that the value names, if one
};

/// What the autopsy concludes of one run.
struct Claims {
  Claim<Victim> victim; ///< who was hit first, as seen from the first process
  Claim<Agent> agent;   ///< who pulled the trigger
  Claim<Cause> cause;   ///< by what mechanism
  Claim<Report> report; ///< whether the status of the first process can be believed
  Claim<Blast> blast;   ///< what else was harmed
};

/// A fate and what follows from it.
struct Autopsy {
  Fate fate;                              ///< what was observed
  Claims claims;                          ///< what follows from it, and from nothing else
  std::vector<Backtrace> backtraces = {}; ///< of Fate::stacks, where they were unwound
};

/// Draws the conclusions. Pure: looks at nothing but \p fate.
Autopsy examine(Fate fate);

} // namespace whodunit
