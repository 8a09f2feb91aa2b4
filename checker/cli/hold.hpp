// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Keeps a case alive for a second terminal: says which process it is and how to look at it, and
/// ends it with all that it started when the learner leaves.

#include "warden/warden.hpp"

#include <functional>
#include <string>

namespace whodunit::cli {

/// How to look at process \p pid, in lines of at most 100 columns, each led by ``whodunit: ``.
/// \param ptrace_scope of Yama, /proc/sys/kernel/yama/ptrace_scope; 0 where there is no Yama \param
/// root whether the learner is
std::string advice_on_looking(int pid, int ptrace_scope, bool root);

/// Where our input is a terminal it is replaced by an empty one, for a case that is held stands in
/// the background: to read would stop it. To be called before the warden is started.
void let_go_of_terminal_input();

/// Runs \p launch to its fate, at the latest at its wall limit, and says on stderr which process to
/// look at. A signal that ends us (^C) ends the case first. Blocks.
/// \param started is told that process too
Result<Fate> hold(Warden& warden, Launch const& launch, std::string const& name,
                  std::function<void(int pid)> const& started);

} // namespace whodunit::cli
