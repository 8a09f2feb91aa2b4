// SPDX-License-Identifier: MIT
#include "autopsy/collective.hpp"
#include "autopsy/inquiry.hpp"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>

namespace whodunit {
namespace {

using namespace std::chrono_literals;

bool died_of_sigkill(ProcessRecord const& process) {
  auto const* const killed = std::get_if<Killed>(&process.ending);
  return killed != nullptr && killed->signal.number() == SIGKILL;
}

// A counter that names nobody still names the only process that can be meant.
bool is_only_candidate(Inquiry const& inquiry) {
  return std::ranges::count_if(inquiry.fate.processes, [&](ProcessRecord const& process) {
           return died_of_sigkill(process) &&
                  !find_shot(inquiry.fate, process, *inquiry.signal, std::nullopt);
         }) == 1;
}

std::optional<Finding> out_of_memory(Inquiry const& inquiry) {
  auto const& kills = inquiry.fate.oom_kills;
  auto kill = std::ranges::find(kills, inquiry.victim.pid, &OomKill::victim);
  bool const named = kill != kills.end();
  if (!named && !inquiry.shot)
    kill = std::ranges::find(kills, 0, &OomKill::victim);
  if (kill == kills.end())
    return std::nullopt;
  // The machine's counter moves for everybody's sake; only a cgroup's speaks of this run alone.
  auto certainty = inquiry.fate.observed.memory_cgroup && (named || is_only_candidate(inquiry))
                       ? Certainty::observed
                       : Certainty::inferred;
  if (inquiry.shot)
    certainty = Certainty::inferred; // two killers: one of them came too late
  if (kill->stand_in)
    certainty = Certainty::stand_in;
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim),
                                 {kill->stand_in ? "warden" : "OOM killer", kill->source}};
  if (inquiry.fate.observed.kill_calls && !inquiry.shot)
    evidence.push_back(saw_no_call(inquiry));
  return Finding{claim(Agent::kernel, certainty, evidence),
                 claim(Cause::res_memory, certainty, evidence)};
}

Finding shot_dead(Inquiry const& inquiry) {
  auto const& [call, aimed] = inquiry.shot;
  auto const certainty = aimed ? Certainty::observed : Certainty::inferred;
  std::vector<Evidence> const evidence{told_by_waitid(inquiry.victim),
                                       told_by_seccomp(inquiry.fate, *call)};
  return {claim(kinship(inquiry.fate, inquiry.victim.pid, call->caller, call->when), certainty,
                evidence, call->caller),
          claim(aimed ? Cause::sig_kill : Cause::sig_broadcast, certainty, evidence)};
}

std::optional<Finding> out_of_cpu_time(Inquiry const& inquiry) {
  auto const& limits = inquiry.fate.resource_limits;
  auto const limit = std::ranges::find(limits, "RLIMIT_CPU", &ResourceLimit::name);
  if (limit == limits.end() || !inquiry.is_first())
    return std::nullopt;
  std::chrono::milliseconds const allowed =
      std::chrono::seconds(std::min<std::uint64_t>(limit->hard, 1'000'000'000));
  // The limit counts ticks, what was used is measured: on a busy machine they part by some per
  // cent.
  if (inquiry.victim.cpu + 50ms + allowed / 4 < allowed)
    return std::nullopt;
  std::vector<Evidence> const evidence{
      told_by_waitid(inquiry.victim),
      {"getrlimit", fmt::format("hard RLIMIT_CPU {} s", limit->hard)},
      {"/proc", fmt::format("{:.2f} s of CPU time used",
                            std::chrono::duration<double>(inquiry.victim.cpu).count())}};
  return Finding{claim(Agent::kernel, Certainty::inferred, evidence),
                 claim(Cause::res_cpu, Certainty::inferred, evidence)};
}

ArmedSignal const* armed_kill(Inquiry const& inquiry, std::string_view call) {
  auto const& armed = inquiry.fate.armed;
  auto const found = std::ranges::find_if(armed, [&](ArmedSignal const& entry) {
    return entry.call == call && entry.process == inquiry.victim.pid && entry.signal == SIGKILL;
  });
  return found != armed.end() ? &*found : nullptr;
}

std::optional<Finding> timed(Inquiry const& inquiry) {
  if (armed_kill(inquiry, "timer_create") == nullptr)
    return std::nullopt;
  std::vector<Evidence> const evidence{
      told_by_waitid(inquiry.victim),
      saw_no_call(inquiry),
      {"seccomp", fmt::format("{} made a timer that sends SIGKILL",
                              described(inquiry.fate, inquiry.victim.pid))}};
  return Finding{claim(Agent::kernel, Certainty::inferred, evidence),
                 claim(Cause::sig_timer, Certainty::inferred, evidence)};
}

std::optional<Finding> tied_to_its_parent(Inquiry const& inquiry) {
  auto const* const parent = find_process(inquiry.fate, inquiry.victim.parent);
  bool const armed = armed_kill(inquiry, "prctl") != nullptr;
  if (parent == nullptr || parent->ended == Moment{})
    return std::nullopt;
  // The kernel kills the child before the parent can be reaped: either may be reported first. Where
  // it was asked for, a busy machine may take its time; else only the moment speaks for it.
  auto const apart = inquiry.victim.ended - parent->ended;
  if (apart > (armed ? 1s : 50ms) || apart < (armed ? -1s : -1ms))
    return std::nullopt;
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim),
                                 saw_no_call(inquiry),
                                 {"waitid", fmt::format("its parent, {}, ended directly before",
                                                        described(inquiry.fate, parent->pid))}};
  if (armed)
    evidence.push_back({"seccomp", "it had asked for SIGKILL at its parent's death (prctl)"});
  return Finding{claim(Agent::kernel, Certainty::inferred, evidence),
                 claim(Cause::sig_lifetime, Certainty::inferred, evidence)};
}

// Only where every known way was watched does their absence leave somebody outside.
Finding by_elimination(Inquiry const& inquiry) {
  if (!inquiry.fate.observed.kill_calls || !inquiry.saw_oom_counters())
    return {};
  std::vector<Evidence> const evidence{
      told_by_waitid(inquiry.victim), saw_no_call(inquiry), {"OOM counter", "did not move"}};
  return {claim(Agent::stranger, Certainty::inferred, evidence),
          claim(Cause::sig_kill, Certainty::inferred, evidence)};
}

} // namespace

Finding sigkill(Inquiry const& inquiry) {
  if (auto finding = out_of_memory(inquiry))
    return *finding;
  if (inquiry.shot)
    return shot_dead(inquiry);
  if (auto finding = killed_with_cgroup(inquiry))
    return *finding;
  if (auto finding = killed_with_namespace(inquiry))
    return *finding;
  if (auto finding = out_of_cpu_time(inquiry))
    return *finding;
  if (inquiry.fate.observed.kill_calls) {
    if (auto finding = tied_to_its_parent(inquiry))
      return *finding;
    if (auto finding = timed(inquiry))
      return *finding;
  }
  return by_elimination(inquiry);
}

} // namespace whodunit
