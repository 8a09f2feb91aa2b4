// SPDX-License-Identifier: MIT
#include "autopsy/deaths.hpp"

#include "autopsy/collective.hpp"
#include "autopsy/inquiry.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <string_view>

namespace whodunit {
namespace {

bool ends_process(Signal signal) {
  auto const action = signal.default_action();
  return action == DefaultAction::terminate || action == DefaultAction::core;
}

// A parent that ends its helpers on purpose has no failure to report.
bool was_dismissed(Fate const& fate, ProcessRecord const& process, Signal signal) {
  if (auto const shot = find_shot(fate, process, signal, std::nullopt))
    return kinship(fate, process.pid, shot.call->caller, shot.call->when) == Agent::parent;
  auto const* const kill = find_group_kill(fate, process);
  return kill != nullptr && kinship(fate, process.pid, kill->caller, kill->when) == Agent::parent;
}

// Its init's death is the failure, and this one only followed.
bool followed_a_killed_init(Fate const& fate, ProcessRecord const& process) {
  auto const* const init = fallen_init(fate, process);
  return init != nullptr && std::holds_alternative<Killed>(init->ending);
}

bool failed(Fate const& fate, ProcessRecord const& process) {
  auto const* const killed = std::get_if<Killed>(&process.ending);
  if (killed == nullptr || process.pid == fate.first)
    return false;
  bool const crash =
      killed->signal.default_action() == DefaultAction::core && killed->signal.number() != SIGQUIT;
  return (crash || killed->signal.number() == SIGKILL) &&
         !was_dismissed(fate, process, killed->signal) && !followed_a_killed_init(fate, process);
}

ProcessRecord const* child_killed_by(Fate const& fate, Signal signal) {
  auto const found = std::find_if(
      fate.processes.rbegin(), fate.processes.rend(), [&](ProcessRecord const& process) {
        auto const* const killed = std::get_if<Killed>(&process.ending);
        return process.pid != fate.first && killed != nullptr && killed->signal == signal &&
               !followed_a_killed_init(fate, process);
      });
  return found == fate.processes.rend() ? nullptr : &*found;
}

ProcessRecord const* zombie_child(Fate const& fate) {
  auto const found = std::ranges::find_if(fate.processes, [&](ProcessRecord const& process) {
    constexpr std::chrono::milliseconds soon_enough{100}; // its parent may be about to wait for it
    auto const* const living = std::get_if<Alive>(&process.ending);
    bool const left_over = process.zombie && fate.usage.wall - process.ended > soon_enough;
    return process.parent == fate.first &&
           (left_over || (living != nullptr && living->state == LifeState::zombie));
  });
  return found == fate.processes.end() ? nullptr : &*found;
}

ProcessRecord const* other_victim(Fate const& fate, Exited first) {
  if (auto const signal = imitated_signal(first.code))
    if (auto const* const child = child_killed_by(fate, *signal))
      return child;
  return first.code != 0 ? failed_descendant(fate) : nullptr;
}

// Whatever ended the first process was its own end, its child's signal raised again included.
ProcessRecord const* other_victim(Fate const&, Killed) {
  return nullptr;
}

ProcessRecord const* other_victim(Fate const& fate, Alive const& first) {
  return first.state == LifeState::sleeping && !first.doing.starts_with("wait") ? zombie_child(fate)
                                                                                : nullptr;
}

bool names_shell(std::string_view name) {
  constexpr std::array<std::string_view, 9> shells{"sh",    "bash", "dash", "zsh", "ksh",
                                                   "ksh93", "mksh", "fish", "tcsh"};
  return std::ranges::find(shells, name) != shells.end();
}

} // namespace

std::optional<Signal> imitated_signal(int code) {
  auto const signal = Signal::from_number(code - 128);
  return signal && ends_process(*signal) ? signal : std::nullopt;
}

bool is_shell(ProcessRecord const& process) {
  // busybox is many tools in one file: only its name tells which.
  std::string_view const name = process.name;
  return names_shell(name) || name == "busybox" || name.ends_with(".sh") ||
         names_shell(std::filesystem::path(process.executable).filename().native());
}

ProcessRecord const* failed_descendant(Fate const& fate) {
  auto const found =
      std::find_if(fate.processes.rbegin(), fate.processes.rend(),
                   [&](ProcessRecord const& process) { return failed(fate, process); });
  return found == fate.processes.rend() ? nullptr : &*found;
}

bool reached_shell(Fate const& fate, ProcessRecord const& dead) {
  auto const* link = &dead;
  // Bounded by the number of processes: a pid that was used twice could otherwise make a ring.
  for (std::size_t steps = 0; steps < fate.processes.size(); ++steps) {
    link = find_process(fate, link->parent);
    if (link == nullptr || is_shell(*link))
      return link != nullptr;
    if (link->ending == Ending(Exited{0}))
      return false;
  }
  return false;
}

ProcessRecord const& find_victim(Fate const& fate) {
  auto const* const other =
      std::visit([&](auto const& ending) { return other_victim(fate, ending); }, fate.ending);
  return other != nullptr ? *other : *find_process(fate, fate.first);
}

} // namespace whodunit
