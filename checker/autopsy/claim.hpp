// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Conclusions drawn from a fate. Each says how sure it is and on what evidence it stands; where
/// the evidence does not bear a conclusion there is none.

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
  std::string fact;
};

std::string to_string(Evidence const& evidence);

/// A conclusion of type Value with what it stands on.
template <class Value>
struct Claim {
  std::optional<Value> value; ///< none: unknown
  Certainty certainty = Certainty::unknown;
  std::vector<Evidence> evidence;
  std::optional<int> process = {}; ///< pid of the process that the value names, if one
};

/// What the autopsy concludes of one run.
struct Claims {
  Claim<Victim> victim;
  Claim<Agent> agent;
  Claim<Cause> cause;
  Claim<Report> report;
  Claim<Blast> blast;
};

/// A fate and what follows from it.
struct Autopsy {
  Fate fate;
  Claims claims;
};

/// Draws the conclusions. Pure: looks at nothing but \p fate.
Autopsy examine(Fate fate);

} // namespace whodunit
