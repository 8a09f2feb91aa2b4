// SPDX-License-Identifier: MIT
// How a run is left: what is still there is ended, or followed, and what was seen is told.
#include "warden/limits_hit.hpp"
#include "warden/run.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <iterator>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {

using namespace std::chrono_literals;

bool Run::leaves_processes() const {
  return !launch_.contain && fate_.wait_status && !abandoned_ && tracer_ != nullptr &&
         !tracer_->idle();
}

void Run::linger() {
  while (!tracer_->idle())
    await_status(std::chrono::milliseconds(-1));
}

void Run::clean_up() {
  phase_ = Phase::over;
  arm(equipment_->deadline, {});
  arm(equipment_->memory_tick, {});
  if (!child_ || leaves_processes())
    return;
  if (anchor_ != nullptr)
    empty_namespace();
  else
    kill_tree();
  out_.drain();
  err_.drain();
}

// Ends all that is left by ending the namespace; if nothing is, the anchor is kept for the next
// run.
void Run::empty_namespace() {
  bool const left =
      !first_reaped_ || (tracer_ != nullptr && !tracer_->idle()) || !anchor_->holds_nothing();
  if (!left)
    return;
  anchor_->kill();
  // The namespace's init ends last, and only once we have reaped those whom we trace.
  while (anchor_ != nullptr) {
    int status = 0;
    rusage used{};
    int const pid = ::wait4(-1, &status, __WALL, &used);
    if (pid < 0 && errno != EINTR)
      return;
    if (pid > 0)
      handle_status(pid, status, used);
  }
}

void Run::kill_tree() {
  if (fate_.wait_status && !launch_.contain && !abandoned_)
    return;
  if (cgroup_)
    cgroup_->kill_all();
  if (subtree_)
    subtree_->kill_all();
  // Whoever lost its parent became our child (PR_SET_CHILD_SUBREAPER), so that in the end there is
  // nobody left; but for one that we may not kill (another user's by set-user-ID) or that can't die
  // now, for which nobody can wait for ever.
  auto const patience = std::chrono::steady_clock::now() + 2s;
  std::set<int> struck;
  while (std::chrono::steady_clock::now() < patience) {
    auto doomed = proc::children(::getpid()).value_or(std::vector<int>{});
    std::ranges::copy(tree_.living(), std::back_inserter(doomed));
    if (doomed.empty())
      return;
    for (int const pid : doomed)
      if (struck.insert(pid).second)
        ::kill(pid, SIGKILL);
    await_status(50ms);
  }
}

Fate Run::fate() {
  memory_->conclude(now());
  auto const told = fate_.wait_status ? decode_wait_status(*fate_.wait_status) : std::nullopt;
  fate_.ending = told ? *told : fate_.processes.front().ending;
  if (tracer_ != nullptr) {
    fate_.signals = tracer_->signals();
    fate_.kill_calls = tracer_->calls().kill_calls();
    fate_.observed.kill_calls = fate_.observed.kill_calls && tracer_->saw_every_call();
    fate_.group_kills = tracer_->calls().group_kills();
    fate_.armed = tracer_->calls().armed();
    fate_.calls = tracer_->calls().calls();
    fate_.last_words = tracer_->calls().last_words();
    fate_.stacks = tracer_->stacks();
    fate_.observed.disturbed = tracer_->disturbed();
  }
  fate_.oom_kills = memory_->kills();
  std::ranges::move(limits_hit(launch_.limits, fate_, out_.overflowed() || err_.overflowed()),
                    std::back_inserter(fate_.limits));
  if (launch_.limits.processes && cgroup_ && cgroup_->refused_processes() > 0)
    fate_.limits.push_back({"processes", std::to_string(*launch_.limits.processes), true});
  fate_.memory = curve_.take();
  if (fate_.observed.captured)
    fate_.last_words = err_.last();
  if (!fate_.wait_status) // nobody was waited for: the sum of what /proc tells
    for (auto const& process : fate_.processes)
      fate_.usage.cpu += process.cpu;
  for (auto const& process : fate_.processes)
    fate_.usage.peak_memory = std::max(fate_.usage.peak_memory, process.peak_memory);
  if (cgroup_)
    fate_.usage.peak_memory = cgroup_->peak();
  fate_.out = out_.take();
  fate_.err = err_.take();
  return std::move(fate_);
}

} // namespace whodunit
