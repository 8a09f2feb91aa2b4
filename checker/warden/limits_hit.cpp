// SPDX-License-Identifier: MIT
#include "warden/limits_hit.hpp"

#include "fate/quantity.hpp"
#include "fate/signal_code.hpp"

#include <algorithm>
#include <csignal>

namespace whodunit {
namespace {

// The kernel signs SIGXFSZ with the writer's own id (a kill of itself would be among the calls),
// and SIGXCPU as its own. Anybody can send either.
bool is_the_kernels(Fate const& fate, SignalRecord const& record) {
  bool const was_sent = std::ranges::any_of(
      fate.kill_calls, [&](KillCall const& call) { return call.signal == record.signal.number(); });
  return record.code == code_kernel || (record.sender == record.target && !was_sent);
}

bool came(Fate const& fate, int signal) {
  return std::ranges::any_of(fate.signals, [&](SignalRecord const& record) {
    return record.signal.number() == signal && is_the_kernels(fate, record);
  });
}

} // namespace

std::vector<LimitHit> limits_hit(Limits const& limits, Fate const& fate, bool overflowed) {
  std::vector<LimitHit> hit;
  if (!fate.oom_kills.empty() && limits.memory)
    hit.push_back({"memory", to_string(*limits.memory), true});
  if (limits.cpu && came(fate, SIGXCPU))
    hit.push_back({"cpu", to_string(*limits.cpu), true});
  if (limits.file_size && came(fate, SIGXFSZ))
    hit.push_back({"file-size", to_string(*limits.file_size), true});
  if (overflowed)
    hit.push_back({"output", to_string(limits.output.value_or(usual_output)), true});
  return hit;
}

} // namespace whodunit
