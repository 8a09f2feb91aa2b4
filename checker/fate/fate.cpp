// SPDX-License-Identifier: MIT
#include "fate/fate.hpp"

#include <algorithm>

namespace whodunit {

ProcessRecord const* find_process(Fate const& fate, int pid) {
  auto const found = std::find_if(fate.processes.rbegin(), fate.processes.rend(),
                                  [pid](ProcessRecord const& process) { return process.pid == pid; });
  return found == fate.processes.rend() ? nullptr : &*found;
}

}  // namespace whodunit
