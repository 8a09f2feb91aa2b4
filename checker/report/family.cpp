// SPDX-License-Identifier: MIT
#include "report/family.hpp"

#include <map>

namespace whodunit {
namespace {

struct Children {
  std::vector<std::vector<std::size_t>> of; // by the index of the parent
  std::vector<std::size_t> orphans;
};

// A parent is met before its children, so that nobody is an ancestor of itself.
std::vector<std::optional<std::size_t>> parents_of(Fate const& fate) {
  std::vector<std::optional<std::size_t>> parents;
  std::map<int, std::size_t> latest;
  for (auto const& process : fate.processes) {
    auto const parent = latest.find(process.parent);
    parents.push_back(parent != latest.end() ? std::optional(parent->second) : std::nullopt);
    latest[process.pid] = parents.size() - 1;
  }
  return parents;
}

Children children_by(std::vector<std::optional<std::size_t>> const& parents) {
  Children children{std::vector<std::vector<std::size_t>>(parents.size()), {}};
  for (std::size_t i = 0; i < parents.size(); ++i)
    (parents[i] ? children.of[*parents[i]] : children.orphans).push_back(i);
  return children;
}

} // namespace

std::vector<Member> family_of(Fate const& fate) {
  auto const parents = parents_of(fate);
  auto const children = children_by(parents);
  std::vector<Member> family;
  std::vector<Member> waiting; // the next one last
  auto const put_off = [&](std::vector<std::size_t> const& some, std::size_t depth) {
    for (auto child = some.rbegin(); child != some.rend(); ++child)
      waiting.push_back({*child, depth, parents[*child]});
  };
  put_off(children.orphans, 0);
  while (!waiting.empty()) {
    family.push_back(waiting.back());
    waiting.pop_back();
    put_off(children.of[family.back().index], family.back().depth + 1);
  }
  return family;
}

Roll::Roll(Fate const& fate) {
  for (std::size_t i = 0; i < fate.processes.size(); ++i)
    entries_[fate.processes[i].pid].push_back({fate.processes[i].born, i});
}

std::optional<std::size_t> Roll::at(int pid, Moment when) const {
  auto const found = entries_.find(pid);
  if (found == entries_.end())
    return std::nullopt;
  auto best = found->second.front().index;
  for (auto const& entry : found->second)
    if (entry.born <= when)
      best = entry.index;
  return best;
}

} // namespace whodunit
