// SPDX-License-Identifier: MIT
#include "fate/fate.hpp"

#include <algorithm>

namespace whodunit {

ProcessRecord const* find_process(Fate const& fate, int pid) {
  auto const& all = fate.processes;
  auto const found = std::find_if(all.rbegin(), all.rend(),
                                  [pid](auto const& process) { return process.pid == pid; });
  return found == all.rend() ? nullptr : &*found;
}

bool writes_siginfo(KillCall const& call) {
  return call.call.starts_with("rt_") || call.call == "pidfd_send_signal";
}

} // namespace whodunit
