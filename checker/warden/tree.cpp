// SPDX-License-Identifier: MIT
#include "warden/tree.hpp"

#include <algorithm>

namespace whodunit {

TracedProcess& ProcessTree::add(proc::Identity const& identity, Moment now) {
  int const pid = identity.thread_group;
  if (auto* const known = find(pid); known != nullptr && !known->ended)
    return *known;
  TracedProcess process;
  process.record.pid = depth_ < identity.ids.size() ? identity.ids[depth_] : pid;
  if (auto const* const parent = find(identity.parent)) {
    process.record.parent = parent->record.pid;
    process.record.name = parent->record.name;
    process.record.executable = parent->record.executable;
  } else {
    process.record.parent = identity.parent;
  }
  process.record.born = now;
  process.record.init = init_for(identity, process.record.pid);
  index_[pid] = processes_.size();
  processes_.push_back(std::move(process));
  outer_.push_back(pid);
  return processes_.back();
}

// The first of a PID namespace is its init, and is met before anybody else of it.
int ProcessTree::init_for(proc::Identity const& identity, int inner) {
  if (identity.ids.size() <= depth_ + 1)
    return 0;
  auto const place = proc::pid_namespace(identity.thread_group);
  if (identity.ids.back() == 1)
    return inits_[place] = inner;
  auto const known = inits_.find(place);
  return known != inits_.end() ? known->second : 0;
}

TracedProcess* ProcessTree::find(int pid) {
  auto const found = index_.find(pid);
  return found == index_.end() ? nullptr : &processes_[found->second];
}

int ProcessTree::translated(int tid, int id) const {
  auto const self = proc::identity(tid);
  if (id <= 0 || !self || self->ids.size() <= depth_ + 1)
    return id;
  auto const level = self->ids.size() - 1;
  for (int const pid : living())
    if (auto const other = proc::identity(pid);
        other && other->ids.size() > level && other->ids[level] == id)
      return processes_[index_.at(pid)].record.pid;
  return 0;
}

int ProcessTree::inner(int pid) {
  auto const* const process = find(pid);
  return process != nullptr ? process->record.pid : pid;
}

void ProcessTree::end(int pid, Ending ending, Moment now) {
  auto* const process = find(pid);
  if (process == nullptr || process->ended)
    return;
  process->record.ending = std::move(ending);
  process->record.ended = now;
  process->ended = true;
}

std::vector<int> ProcessTree::living() const {
  std::vector<int> pids;
  for (std::size_t i = 0; i < processes_.size(); ++i)
    if (!processes_[i].ended)
      pids.push_back(outer_[i]);
  return pids;
}

std::vector<ProcessRecord> ProcessTree::records() const {
  std::vector<ProcessRecord> records;
  for (auto const& process : processes_)
    records.push_back(process.record);
  return records;
}

void ProcessTree::look() {
  for (std::size_t i = 0; i < processes_.size(); ++i)
    if (auto& process = processes_[i]; process.ended && process.record.parent != 0) {
      auto const stat = proc::stat(outer_[i]);
      process.record.zombie = stat && stat->state == 'Z' && index_[outer_[i]] == i;
    }
  for (int const pid : living()) {
    auto* const process = find(pid);
    auto const stat = proc::stat(pid);
    if (!stat)
      continue;
    process->record.name = proc::name(pid);
    process->record.executable = proc::executable(pid);
    process->record.cpu = stat->cpu;
    process->record.peak_memory = std::max(process->record.peak_memory, proc::peak_memory(pid));
    if (process->stopped_by) {
      process->record.ending = Alive{LifeState::stopped, process->stopped_by};
      continue;
    }
    // 't' is our own doing: the thread stands at one of our stops for a moment, and runs on.
    auto const state = stat->state == 't'
                           ? LifeState::running
                           : life_state_from_letter(stat->state).value_or(LifeState::running);
    auto const stop = state == LifeState::stopped ? process->last_stop : std::nullopt;
    process->record.ending = Alive{state, stop, stop ? std::string() : proc::doing(pid)};
  }
}

} // namespace whodunit
