// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Signals that the kernel sends by itself, and what it means by them (signal(7), "Standard
/// signals").

#include "fate/signal.hpp"
#include "fate/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <optional>

namespace whodunit {

/// The rule or limit behind a signal that the kernel sent; nullopt where the number alone does not
/// tell.
inline std::optional<Cause> kernel_rule(Signal signal) {
  struct Rule {
    int signal;
    Cause cause;
  };
  constexpr std::array rules{
      Rule{SIGALRM, Cause::sig_timer},     Rule{SIGVTALRM, Cause::sig_timer},
      Rule{SIGPROF, Cause::sig_timer},     Rule{SIGXCPU, Cause::res_cpu},
      Rule{SIGXFSZ, Cause::res_file_size}, Rule{SIGPIPE, Cause::sig_pipe},
      Rule{SIGIO, Cause::sig_async},       Rule{SIGSYS, Cause::sig_policy},
  };
  auto const* const rule = std::ranges::find(rules, signal.number(), &Rule::signal);
  return rule != rules.end() ? std::optional(rule->cause) : std::nullopt;
}

} // namespace whodunit
