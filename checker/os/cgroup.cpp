// SPDX-License-Identifier: MIT
#include "os/cgroup.hpp"

#include "os/fd.hpp"
#include "os/proc.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <iterator>
#include <poll.h>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view prefix = "whodunit-";
constexpr std::string_view kept_suffix = "-foreign";

std::uint64_t value_of(std::string const& text, std::string_view key) {
  std::istringstream lines(text);
  std::string name;
  std::uint64_t value = 0;
  while (lines >> name >> value)
    if (name == key)
      return value;
  return 0;
}

Result<void> limit_memory(CgroupVersion version, fs::path const& folder, Bytes limit) {
  auto const text = std::to_string(limit.count);
  if (version == CgroupVersion::v2) {
    if (auto written = write_file(folder / "memory.max", text); !written)
      return written;
    static_cast<void>(
        write_file(folder / "memory.swap.max", "0")); // absent where swap accounting is off
    return {};
  }
  if (auto written = write_file(folder / "memory.limit_in_bytes", text); !written)
    return written;
  static_cast<void>(write_file(folder / "memory.memsw.limit_in_bytes", text));
  return {};
}

void remove_group(fs::path const& folder) {
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

// The path of our own group in a hierarchy: "4:memory:/a/b" or "0::/a/b".
std::optional<std::string> own_group(std::string const& membership, std::string_view controller) {
  std::istringstream lines(membership);
  for (std::string line; std::getline(lines, line);) {
    auto const first = line.find(':');
    auto const second = line.find(':', first + 1);
    if (second == std::string::npos)
      continue;
    auto const controllers = "," + line.substr(first + 1, second - first - 1) + ",";
    bool const wanted =
        controller.empty()
            ? controllers == ",,"
            : controllers.find("," + std::string(controller) + ",") != std::string::npos;
    if (wanted)
      return line.substr(second + 1);
  }
  return std::nullopt;
}

Result<CgroupPlace> tried(CgroupPlace place) {
  // v2 moves a process only for one who may write to this file of the ancestor that its old group
  // and the new one have in common.
  auto const members_file = place.memory / "cgroup.procs";
  if (place.version == CgroupVersion::v2 && ::access(members_file.c_str(), W_OK) != 0)
    return last_error("move a process into a cgroup by", members_file);
  auto group = Cgroup::create(place, cgroup_name(0), {Bytes{16U << 20U}, std::nullopt});
  if (!group)
    return group.error();
  return place;
}

// A group with processes of its own can't have limited children (the rule of no internal
// processes), so the nearest ancestor that hands out the memory controller is where ours go, as
// siblings of the group that we are in.
Result<CgroupPlace> find_v2(fs::path const& mount, fs::path group) {
  Result<CgroupPlace> found =
      Error{"find a cgroup (v2) that hands out the memory controller", mount, {}, ""};
  for (;;) {
    auto const folder = mount / group.relative_path();
    auto const handed_out = value_or(read_file(folder / "cgroup.subtree_control"), std::string{});
    if (handed_out.find("memory") != std::string::npos) {
      bool const pids = handed_out.find("pids") != std::string::npos;
      found = tried({CgroupVersion::v2, folder, pids ? std::optional(folder) : std::nullopt});
      if (found)
        return found;
    }
    if (!group.has_relative_path())
      return found;
    group = group.parent_path();
  }
}

Result<CgroupPlace> find_v1(fs::path const& root, std::string const& membership,
                            fs::path const& group) {
  CgroupPlace place{CgroupVersion::v1, root / "memory" / group.relative_path(), std::nullopt};
  if (auto const pids = own_group(membership, "pids")) {
    auto const folder = root / "pids" / fs::path(*pids).relative_path();
    if (::access(folder.c_str(), W_OK) == 0)
      place.pids = folder;
  }
  return tried(place);
}

} // namespace

Result<CgroupPlace> find_cgroup_place(fs::path const& root, std::string const& membership) {
  Result<CgroupPlace> found =
      Error{"find a memory cgroup", root, {}, "no cgroup file system is mounted there"};
  if (auto const group = own_group(membership, "memory"))
    found = find_v1(root, membership, *group);
  if (auto const group = own_group(membership, ""); group && !found) {
    auto const mount = fs::exists(root / "cgroup.controllers") ? root : root / "unified";
    auto unified = find_v2(mount, *group);
    if (unified || !own_group(membership, "memory"))
      found = std::move(unified);
  }
  return found;
}

Result<Cgroup> Cgroup::create(CgroupPlace const& place, std::string const& name,
                              CgroupLimits const& limits) {
  std::vector<fs::path> wanted{place.memory / name};
  if (place.version == CgroupVersion::v1 && place.pids && limits.processes)
    wanted.push_back(*place.pids / name);
  Cgroup group(place.version, {});
  for (auto const& folder : wanted) {
    if (::mkdir(folder.c_str(), 0755) != 0)
      return last_error("create the cgroup", folder);
    group.folders_.push_back(folder);
  }
  if (limits.memory)
    if (auto limited = limit_memory(place.version, group.folders_.front(), *limits.memory);
        !limited)
      return limited.error();
  if (limits.processes && place.pids) {
    if (auto limited =
            write_file(group.folders_.back() / "pids.max", std::to_string(*limits.processes));
        !limited)
      return limited.error();
    group.limits_processes_ = true;
  }
  return group;
}

Cgroup& Cgroup::operator=(Cgroup&& other) noexcept {
  std::swap(version_, other.version_);
  std::swap(folders_, other.folders_);
  std::swap(limits_processes_, other.limits_processes_);
  return *this;
}

Cgroup::~Cgroup() {
  for (auto const& folder : folders_)
    remove_group(folder);
}

int Cgroup::join() const {
  for (auto const& folder : folders_) {
    // v1: `tasks` moves this one thread without the lock that `cgroup.procs` waits for.
    int const file =
        ::open((folder / (version_ == CgroupVersion::v1 ? "tasks" : "cgroup.procs")).c_str(),
               O_WRONLY | O_CLOEXEC);
    if (file < 0)
      return errno;
    bool const moved = ::write(file, "0", 1) == 1;
    int const why = errno;
    ::close(file);
    if (!moved)
      return why;
  }
  return 0;
}

std::optional<std::uint64_t> Cgroup::oom_kills() const {
  auto const text = read_file(
      folders_.front() / (version_ == CgroupVersion::v1 ? "memory.oom_control" : "memory.events"));
  if (!text || text->find("oom_kill ") == std::string::npos)
    return std::nullopt;
  return value_of(*text, "oom_kill");
}

std::string_view Cgroup::oom_counter() const {
  return version_ == CgroupVersion::v1 ? "memory.oom_control oom_kill" : "memory.events oom_kill";
}

Bytes Cgroup::peak() const {
  return number_in(version_ == CgroupVersion::v1 ? "memory.max_usage_in_bytes" : "memory.peak");
}

Bytes Cgroup::used() const {
  return number_in(version_ == CgroupVersion::v1 ? "memory.usage_in_bytes" : "memory.current");
}

Bytes Cgroup::number_in(char const* file) const {
  auto const text = read_file(folders_.front() / file);
  return {text ? std::strtoull(text->c_str(), nullptr, 10) : 0};
}

std::uint64_t Cgroup::refused_processes() const {
  auto const text = read_file(folders_.back() / "pids.events");
  return text ? value_of(*text, "max") : 0;
}

void Cgroup::kill_all() const {
  if (version_ == CgroupVersion::v2 && write_file(folders_.front() / "cgroup.kill", "1"))
    return;
  for (auto const& folder : folders_)
    kill_members(folder);
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
    kill_members(folder);
    remove_group(folder);
  }
}

} // namespace

void sweep_cgroups(CgroupPlace const& place) {
  sweep(place.memory);
  if (place.pids && *place.pids != place.memory)
    sweep(*place.pids);
}

} // namespace whodunit
