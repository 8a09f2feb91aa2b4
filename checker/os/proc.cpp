// SPDX-License-Identifier: MIT
#include "os/proc.hpp"

#include "os/fd.hpp"
#include "os/system_call.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fcntl.h>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit::proc {
namespace {

std::string of(int pid, std::string_view file) {
  auto path = "/proc/" + std::to_string(pid) + "/";
  path += file;
  return path;
}

// The files that are read here are made whole for one read(2) that has room for them.
std::string text_of(int pid, std::string_view file) {
  UniqueFd const opened(::open(of(pid, file).c_str(), O_RDONLY | O_CLOEXEC));
  std::array<char, 8192> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init): read(2) fills it
  auto const count = opened.is_open() ? ::read(opened.get(), bytes.data(), bytes.size()) : -1;
  return {bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos)
    return std::nullopt;
  text.remove_prefix(first);
  Number value{};
  auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} ? std::optional(value) : std::nullopt;
}

// Numbers between blanks, up to the first thing that is none.
std::vector<std::int64_t> long_numbers(std::string_view text) {
  std::vector<std::int64_t> list;
  while (auto const value = number<std::int64_t>(text)) {
    list.push_back(*value);
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    text.remove_prefix(std::min(text.find_first_of(" \t\n"), text.size()));
  }
  return list;
}

std::vector<int> numbers(std::string_view text) {
  auto const list = long_numbers(text);
  return {list.begin(), list.end()};
}

// The rest of the line that starts with `key:` in a file like /proc/PID/status.
std::string_view line_of(std::string_view status, std::string_view key) {
  while (!status.empty()) {
    auto const line = status.substr(0, status.find('\n'));
    if (line.size() > key.size() && line.starts_with(key) && line[key.size()] == ':')
      return line.substr(key.size() + 1);
    status.remove_prefix(std::min(line.size() + 1, status.size()));
  }
  return {};
}

Bytes kibibytes(std::string_view status, std::string_view key) {
  return {number<std::uint64_t>(line_of(status, key)).value_or(0) * 1024};
}

} // namespace

std::optional<Stat> stat(int pid) {
  auto const text = text_of(pid, "stat");
  auto const name_end = text.rfind(')'); // the name may hold spaces and parentheses
  if (name_end == std::string::npos || name_end + 2 >= text.size())
    return std::nullopt;
  constexpr std::size_t parent = 0, user = 10, system = 11, start = 18;
  auto const fields = long_numbers(std::string_view(text).substr(name_end + 3));
  if (fields.size() <= start)
    return std::nullopt;
  static auto const ticks = ::sysconf(_SC_CLK_TCK);
  return Stat{text[name_end + 2], static_cast<int>(fields[parent]),
              std::chrono::microseconds((fields[user] + fields[system]) * 1'000'000 / ticks),
              static_cast<std::uint64_t>(fields[start])};
}

std::string name(int pid) {
  auto text = text_of(pid, "comm");
  if (text.ends_with('\n'))
    text.pop_back();
  return text;
}

std::string executable(int pid) {
  constexpr std::string_view gone = " (deleted)";
  std::error_code failed;
  auto file = std::filesystem::read_symlink(of(pid, "exe"), failed).native();
  if (file.ends_with(gone))
    file.resize(file.size() - gone.size());
  return file;
}

std::optional<Identity> identity(int tid) {
  auto const status = text_of(tid, "status");
  auto const group = number<int>(line_of(status, "Tgid"));
  if (!group)
    return std::nullopt;
  return Identity{*group, number<int>(line_of(status, "PPid")).value_or(0),
                  number<int>(line_of(status, "TracerPid")).value_or(0),
                  numbers(line_of(status, "NSpid"))};
}

std::optional<int> pid_at_depth(int pid, std::size_t depth) {
  if (depth == 0)
    return pid;
  auto const levels = numbers(line_of(text_of(pid, "status"), "NSpid"));
  return depth < levels.size() ? std::optional(levels[depth]) : std::nullopt;
}

std::uint64_t pid_namespace(int pid) {
  struct stat found {};
  return ::stat(of(pid, "ns/pid").c_str(), &found) == 0 ? found.st_ino : 0;
}

std::string cgroup(int pid) {
  auto const text = "\n" + text_of(pid, "cgroup");
  constexpr std::string_view key = "\n0::";
  auto const place = text.find(key);
  if (place == std::string::npos)
    return {};
  auto const begin = place + key.size();
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::string file_behind(int pid, std::uint64_t descriptor) {
  std::error_code failed;
  return std::filesystem::read_symlink(of(pid, "fd/" + std::to_string(descriptor)), failed)
      .native();
}

Bytes peak_memory(int pid) {
  return kibibytes(text_of(pid, "status"), "VmHWM");
}

Bytes resident_memory(int pid) {
  auto const status = text_of(pid, "status");
  return {kibibytes(status, "RssAnon").count + kibibytes(status, "RssShmem").count +
          kibibytes(status, "VmPTE").count};
}

Disposition disposition(int pid, Signal signal) {
  auto const status = text_of(pid, "status");
  auto const has = [&](std::string_view key) {
    auto const mask = std::strtoull(std::string(line_of(status, key)).c_str(), nullptr, 16);
    return (mask >> (signal.number() - 1) & 1U) != 0;
  };
  if (has("SigCgt"))
    return Disposition::caught;
  return has("SigIgn") ? Disposition::ignored : Disposition::standard;
}

Switches context_switches(int pid) {
  auto const status = text_of(pid, "status");
  return {number<std::uint64_t>(line_of(status, "voluntary_ctxt_switches")).value_or(0),
          number<std::uint64_t>(line_of(status, "nonvoluntary_ctxt_switches")).value_or(0)};
}

std::vector<ResourceLimit> resource_limits(int pid) {
  constexpr std::array<std::pair<__rlimit_resource, std::string_view>, 8> wanted{{
      {RLIMIT_CPU, "RLIMIT_CPU"},
      {RLIMIT_FSIZE, "RLIMIT_FSIZE"},
      {RLIMIT_DATA, "RLIMIT_DATA"},
      {RLIMIT_STACK, "RLIMIT_STACK"},
      {RLIMIT_CORE, "RLIMIT_CORE"},
      {RLIMIT_NPROC, "RLIMIT_NPROC"},
      {RLIMIT_NOFILE, "RLIMIT_NOFILE"},
      {RLIMIT_AS, "RLIMIT_AS"},
  }};
  std::vector<ResourceLimit> limits;
  for (auto const& [resource, name] : wanted) {
    rlimit limit{};
    if (::prlimit(pid, resource, nullptr, &limit) != 0)
      return {};
    if (limit.rlim_cur != RLIM_INFINITY || limit.rlim_max != RLIM_INFINITY)
      limits.push_back({std::string(name), limit.rlim_cur, limit.rlim_max});
  }
  return limits;
}

std::string doing(int pid) {
  std::istringstream text(text_of(pid, "syscall"));
  std::string call;
  std::string first;
  text >> call >> first;
  auto const nr = number<int>(call);
  if (!nr || *nr < 0)
    return {};
  return describe_wait(pid, *nr, std::strtoull(first.c_str(), nullptr, 16));
}

bool runs_setuid_program(int pid) {
  struct stat image {};
  return ::stat(of(pid, "exe").c_str(), &image) == 0 && (image.st_mode & (S_ISUID | S_ISGID)) != 0;
}

int pid_behind(int pid, int pidfd) {
  auto const information = text_of(pid, "fdinfo/" + std::to_string(pidfd));
  auto const ids = line_of(information, "NSpid");
  return ids.empty() ? 0 : number<int>(ids.substr(ids.find_last_of(" \t"))).value_or(0);
}

std::optional<std::uint64_t> machine_oom_kills() {
  auto const text = value_or(read_file("/proc/vmstat"), std::string{});
  constexpr std::string_view key = "\noom_kill ";
  auto const place = text.find(key);
  return place == std::string::npos
             ? std::nullopt
             : number<std::uint64_t>(std::string_view(text).substr(place + key.size()));
}

std::optional<std::vector<int>> children(int pid) {
  auto const text = read_file(of(pid, "task/" + std::to_string(pid) + "/children"));
  if (!text)
    return std::nullopt;
  std::istringstream list(*text);
  return std::vector<int>{std::istream_iterator<int>(list), {}};
}

std::vector<int> all_numbers(std::string const& folder) {
  std::vector<int> numbers;
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    auto const file = entry->path().filename().string();
    if (std::ranges::all_of(file,
                            [](unsigned char letter) { return letter >= '0' && letter <= '9'; }))
      numbers.push_back(number<int>(file).value_or(0));
  }
  return numbers;
}

} // namespace whodunit::proc
