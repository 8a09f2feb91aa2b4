// SPDX-License-Identifier: MIT
#include "warden/memory_watch.hpp"

#include "os/proc.hpp"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>

namespace whodunit {
namespace {

void add_descendants(int pid, std::vector<int>& into) {
  for (int const child : proc::children(pid).value_or(std::vector<int>{})) {
    into.push_back(child);
    add_descendants(child, into);
  }
}

} // namespace

std::optional<std::uint64_t> MemoryWatch::count() const {
  return group_ != nullptr ? group_->oom_kills() : proc::machine_oom_kills();
}

std::string MemoryWatch::counter_moved(std::uint64_t now_at) const {
  auto const name =
      group_ != nullptr ? group_->oom_counter() : std::string_view("/proc/vmstat oom_kill");
  return fmt::format("{} {} -> {}", name, *last_count_, now_at);
}

void MemoryWatch::died_of_sigkill(int inner_pid, bool blamed, Moment now) {
  bool const known =
      std::ranges::any_of(kills_, [&](OomKill const& kill) { return kill.victim == inner_pid; });
  auto const now_at = count();
  if (known || blamed || !last_count_ || !now_at || *now_at == *last_count_)
    return;
  kills_.push_back({inner_pid, counter_moved(*last_count_ + 1), false, now});
  last_count_ = *last_count_ + 1;
}

void MemoryWatch::conclude(Moment now) {
  auto const now_at = count();
  // The machine's counter speaks of every process there is: without a victim of ours it says
  // nothing about this run.
  if (group_ == nullptr || !last_count_ || !now_at || *now_at == *last_count_)
    return;
  kills_.push_back({0, counter_moved(*now_at), false, now});
  last_count_ = now_at;
}

void MemoryWatch::look(ProcessTree& tree, int first, std::optional<int> orphanage, Moment now) {
  std::vector<int> pids{first};
  add_descendants(first, pids);
  if (orphanage)
    add_descendants(*orphanage, pids);
  Bytes total;
  std::pair<Bytes, int> largest{};
  for (int const pid : pids) {
    auto const resident = proc::resident_memory(pid);
    total.count += resident.count;
    largest = std::max(largest, {resident, pid});
  }
  bool const already = std::ranges::any_of(
      kills_, [&](OomKill const& kill) { return kill.victim == tree.inner(largest.second); });
  if (total <= *limit_ || already)
    return;
  ::kill(largest.second, SIGKILL);
  constexpr double mebibyte = 1U << 20U;
  kills_.push_back({tree.inner(largest.second),
                    fmt::format("{:.1f} MiB in use, at most {:.1f} MiB allowed; no cgroup "
                                "could be made, so the warden "
                                "did what the OOM killer would have done",
                                static_cast<double>(total.count) / mebibyte,
                                static_cast<double>(limit_->count) / mebibyte),
                    true, now});
}

} // namespace whodunit
