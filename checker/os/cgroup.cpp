// SPDX-License-Identifier: MIT
#include "os/cgroup.hpp"

#include "os/fd.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace fs = std::filesystem;
namespace {

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

} // namespace

Result<void> Cgroup::make(fs::path const& folder) {
  if (::mkdir(folder.c_str(), 0755) != 0)
    return last_error("create the cgroup", folder);
  folders_.push_back(folder);
  return {};
}

namespace {

constexpr int quota_period = 100'000; // µs, what the kernel has at first

Result<void> limit_cpu(CgroupVersion version, fs::path const& folder, int percent) {
  auto const quota = std::to_string(quota_period / 100 * percent);
  auto const period = std::to_string(quota_period);
  if (version == CgroupVersion::v2)
    return write_file(folder / "cpu.max", quota + " " + period);
  if (auto written = write_file(folder / "cpu.cfs_period_us", period); !written)
    return written;
  return write_file(folder / "cpu.cfs_quota_us", quota);
}

} // namespace

// The folder of memory is there; a controller that has a hierarchy of its own gets another.
Result<void> Cgroup::apply(CgroupPlace const& place, CgroupLimits const& limits) {
  auto const name = folder().filename();
  auto const folder_in = [&](fs::path const& of_controller) -> Result<fs::path> {
    if (version_ == CgroupVersion::v2)
      return folder();
    if (auto made = make(of_controller / name); !made)
      return made.error();
    return folders_.back();
  };
  if (limits.memory)
    if (auto limited = limit_memory(version_, folder(), *limits.memory); !limited)
      return limited;
  if (limits.processes && place.pids) {
    auto pids = folder_in(*place.pids);
    if (!pids)
      return pids.error();
    if (auto limited = write_file(*pids / "pids.max", std::to_string(*limits.processes)); !limited)
      return limited;
    pids_ = std::move(*pids);
  }
  if (!limits.cpu_share)
    return {};
  if (!place.cpu)
    return Error("limit the share of a processor in", folder(), {}, "it has no cpu controller");
  auto const cpu = folder_in(*place.cpu);
  return cpu ? limit_cpu(version_, *cpu, *limits.cpu_share) : Result<void>(cpu.error());
}

Result<Cgroup> Cgroup::create(CgroupPlace const& place, std::string const& name,
                              CgroupLimits const& limits) {
  Cgroup group(place.version, {});
  if (auto made = group.make(place.memory / name); !made)
    return made.error();
  if (auto applied = group.apply(place, limits); !applied)
    return applied.error();
  return group;
}

Cgroup& Cgroup::operator=(Cgroup&& other) noexcept {
  std::swap(version_, other.version_);
  std::swap(folders_, other.folders_);
  std::swap(pids_, other.pids_);
  return *this;
}

Cgroup::~Cgroup() {
  for (auto const& folder : folders_)
    remove_cgroup(folder);
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
  if (!pids_)
    return 0;
  auto const text = read_file(*pids_ / "pids.events");
  return text ? value_of(*text, "max") : 0;
}

void Cgroup::kill_all() const {
  std::ranges::for_each(folders_, kill_cgroup);
}
} // namespace whodunit
