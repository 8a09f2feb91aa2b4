// SPDX-License-Identifier: MIT
#include "census.hpp"

#include "os/proc.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace whodunit::test {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view mark = "hostile";

std::string contents(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string of(int pid, std::string const& file) {
  return "/proc/" + std::to_string(pid) + "/" + file;
}

// Our own descendants by name, and anybody else who bears our marker.
void count_processes(std::multiset<std::string>& found) {
  auto const ours = descendants(::getpid());
  for (int const pid : ours)
    found.insert("process " + proc::name(pid));
  std::set<int> const known(ours.begin(), ours.end());
  for (int const pid : proc::all_numbers("/proc"))
    if (!known.contains(pid) && pid != ::getpid() &&
        contents(of(pid, "environ")).find(marker() + '\0') != std::string::npos)
      found.insert("escaped process " + proc::name(pid));
}

// The name of a group holds the pid of its owner, who may be somebody else's warden.
bool may_be_ours(std::string const& group) {
  int owner = 0;
  bool const named = std::sscanf(group.c_str(), "whodunit-%d-", &owner) == 1; // NOLINT
  auto const ours = descendants(::getpid());
  return named && (!proc::stat(owner) || std::ranges::find(ours, owner) != ours.end());
}

void count_groups(fs::path const& place, std::multiset<std::string>& found) {
  std::error_code failed;
  for (fs::directory_iterator entry(place, failed), end; !failed && entry != end;
       entry.increment(failed))
    if (may_be_ours(entry->path().filename().string()))
      found.insert("cgroup " + entry->path().string());
}

void count_files(fs::path const& folder, std::string_view wanted,
                 std::multiset<std::string>& found) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed))
    if (entry->path().filename().string().find(wanted) != std::string::npos)
      found.insert("file " + entry->path().string());
}

void count_lines(fs::path const& file, std::string_view wanted, std::multiset<std::string>& found) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);)
    if (line.find(wanted) != std::string::npos)
      found.insert(file.string() + " " + line);
}

// By kind: which pipe or socket it is differs from run to run.
void count_descriptors(int pid, std::multiset<std::string>& found) {
  for (int const descriptor : proc::all_numbers(of(pid, "fd"))) {
    std::error_code failed;
    auto target = fs::read_symlink(of(pid, "fd/" + std::to_string(descriptor)), failed).string();
    if (!target.empty() && !target.starts_with("/proc/")) // our own look
      found.insert("descriptor of " + proc::name(pid) + " " +
                   target.substr(0, target.find(":[") + 1));
  }
}

} // namespace

Census Census::take(Places const& places) {
  Census census;
  auto& found = census.found_;
  count_processes(found);
  for (auto const& root : places.cgroups)
    count_groups(root, found);
  count_lines("/proc/self/mountinfo", "", found);
  count_files(places.own, "", found);
  for (char const* const shared : {"/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue"})
    count_files(shared, mark, found);
  for (char const* const list : {"shm", "msg", "sem"})
    count_lines(fs::path("/proc/sysvipc") / list, "", found);
  count_lines("/proc/keys", mark, found);
  count_descriptors(::getpid(), found);
  if (auto const warden = warden_below(::getpid()))
    count_descriptors(*warden, found);
  return census;
}

std::string Census::changes_to(Census const& later) const {
  std::string changes;
  auto const list = [&](auto const& in, auto const& but_not_in, char const* sign) {
    std::vector<std::string> rest;
    std::ranges::set_difference(in, but_not_in, std::back_inserter(rest));
    for (auto const& thing : rest)
      changes += sign + thing + '\n';
  };
  list(later.found_, found_, "+ ");
  list(found_, later.found_, "- ");
  return changes;
}

std::string marker() {
  return "WHODUNIT_HOSTILE=" + std::to_string(::getpid());
}

std::vector<int> descendants(int pid) {
  auto found = proc::children(pid).value_or(std::vector<int>{});
  for (std::size_t next = 0; next < found.size(); ++next) {
    auto const more = proc::children(found[next]).value_or(std::vector<int>{});
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

std::optional<int> warden_below(int parent) {
  for (int const pid : descendants(parent))
    if (proc::name(pid) == "whodunit-warden")
      return pid;
  return std::nullopt;
}

} // namespace whodunit::test
