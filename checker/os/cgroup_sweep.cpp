// SPDX-License-Identifier: MIT
// The ends of groups: of what a run leaves in its own, and of the groups of wardens that are no
// more.
#include "os/cgroup.hpp"
#include "os/fd.hpp"
#include "os/proc.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iterator>
#include <poll.h>
#include <set>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view prefix = "whodunit-";
constexpr std::string_view kept_suffix = "-foreign";

// Groups that a member made in it.
std::vector<fs::path> below(fs::path const& folder) {
  std::vector<fs::path> found;
  std::error_code gone;
  for (fs::directory_iterator entry(folder, gone), end; !gone && entry != end;
       entry.increment(gone))
    if (std::error_code ignored; entry->is_directory(ignored))
      found.push_back(entry->path());
  return found;
}

void remove_group(fs::path const& folder) {
  for (auto const& inner : below(folder))
    remove_group(inner);
  // The kernel lets go of a dead member a moment after it was reaped: EBUSY until then.
  constexpr int patience = 200;
  for (int attempt = 0; attempt < patience; ++attempt) {
    if (::rmdir(folder.c_str()) == 0 || errno != EBUSY)
      return;
    ::poll(nullptr, 0, 1);
  }
}

std::vector<int> members(fs::path const& folder) {
  std::istringstream list(value_or(read_file(folder / "cgroup.procs"), std::string{}));
  return {std::istream_iterator<int>(list), {}};
}

void kill_members(fs::path const& folder) {
  constexpr int patience = 1000;
  for (int attempt = 0; attempt < patience; ++attempt) {
    auto const pids = members(folder);
    if (pids.empty())
      return;
    for (int const pid : pids)
      if (pid > 0) // 0: of a PID namespace that we can't see into; to kill(2) it would be ourselves
        ::kill(pid, SIGKILL);
    ::poll(nullptr, 0, 1);
  }
}

void kill_group(fs::path const& folder) {
  if (write_file(folder / "cgroup.kill", "1"))
    return;
  for (auto const& inner : below(folder))
    kill_group(inner);
  kill_members(folder);
}

} // namespace

void kill_cgroup(fs::path const& folder) {
  kill_group(folder);
}

void remove_cgroup(fs::path const& folder) {
  remove_group(folder);
}

namespace {

// A pid means something in its own namespace only, and containers can share a place for cgroups.
unsigned long long pid_namespace() {
  struct stat own {};
  return ::stat("/proc/self/ns/pid", &own) == 0 ? own.st_ino : 0;
}

} // namespace

std::string cgroup_name(unsigned number, bool foreign) {
  auto const self = proc::stat(::getpid());
  return std::string(prefix) + std::to_string(::getpid()) + "-" +
         std::to_string(self ? self->start_time : 0) + "-" + std::to_string(pid_namespace()) + "-" +
         std::to_string(number) + std::string(foreign ? kept_suffix : "");
}

namespace {

bool owner_lives(std::string const& folder_name) {
  int pid = 0;
  unsigned long long start = 0;
  unsigned long long space = 0;
  bool const named = std::sscanf(folder_name.c_str(), "whodunit-%d-%llu-%llu-", &pid, &start,
                                 &space) == 3; // NOLINT(cert-err34-c)
  if (!named || space != pid_namespace())
    return true; // not of our making, or nothing that we could know: left alone
  auto const owner = proc::stat(pid);
  return owner && owner->start_time == start && owner->state != 'Z'; // nobody may ever reap it
}

void sweep(fs::path const& place) {
  std::error_code failed;
  std::vector<fs::path> orphaned;
  for (fs::directory_iterator entry(place, failed), end; !failed && entry != end;
       entry.increment(failed))
    if (auto const name = entry->path().filename().string();
        name.starts_with(prefix) && !owner_lives(name))
      orphaned.push_back(entry->path());
  for (auto const& folder : orphaned) {
    if (folder.filename().native().ends_with(kept_suffix)) {
      ::rmdir(folder.c_str()); // refused while the user's own process lives in it
      continue;
    }
    kill_group(folder);
    remove_group(folder);
  }
}

} // namespace

void sweep_cgroups(fs::path const& folder) {
  sweep(folder);
}

void sweep_cgroups(CgroupPlace const& place) {
  std::set<fs::path> folders{place.memory};
  for (auto const& folder : {place.pids, place.cpu})
    if (folder)
      folders.insert(*folder);
  std::ranges::for_each(folders, sweep);
}

} // namespace whodunit
