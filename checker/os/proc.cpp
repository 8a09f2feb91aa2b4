// SPDX-License-Identifier: MIT
#include "os/proc.hpp"

#include "os/fd.hpp"
#include "os/system_call.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit::proc {
namespace {

std::string of(int pid, std::string_view file) {
  auto path = "/proc/" + std::to_string(pid) + "/";
  path += file;
  return path;
}

std::string text_of(int pid, std::string_view file) {
  return value_or(read_file(of(pid, file)), std::string{});
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
  std::istringstream rest(text.substr(name_end + 2));
  std::vector<std::string> fields{std::istream_iterator<std::string>(rest), {}};
  constexpr std::size_t state = 0, parent = 1, user = 11, system = 12, start = 19;
  if (fields.size() <= start)
    return std::nullopt;
  static auto const ticks = ::sysconf(_SC_CLK_TCK);
  auto const spent = number<std::int64_t>(fields[user]).value_or(0) +
                     number<std::int64_t>(fields[system]).value_or(0);
  return Stat{fields[state].front(), number<int>(fields[parent]).value_or(0),
              std::chrono::microseconds(spent * 1'000'000 / ticks),
              number<std::uint64_t>(fields[start]).value_or(0)};
}

std::string name(int pid) {
  auto text = text_of(pid, "comm");
  if (text.ends_with('\n'))
    text.pop_back();
  return text;
}

std::optional<int> thread_group(int tid) {
  return number<int>(line_of(text_of(tid, "status"), "Tgid"));
}

std::optional<int> tracer(int tid) {
  return number<int>(line_of(text_of(tid, "status"), "TracerPid"));
}

std::optional<int> pid_at_depth(int pid, std::size_t depth) {
  if (depth == 0)
    return pid;
  auto const status = text_of(pid, "status");
  std::istringstream ids{std::string(line_of(status, "NSpid"))};
  std::vector<int> const levels{std::istream_iterator<int>(ids), {}};
  return depth < levels.size() ? std::optional(levels[depth]) : std::nullopt;
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
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> wanted{{
      {"Max cpu time", "RLIMIT_CPU"},
      {"Max file size", "RLIMIT_FSIZE"},
      {"Max data size", "RLIMIT_DATA"},
      {"Max stack size", "RLIMIT_STACK"},
      {"Max core file size", "RLIMIT_CORE"},
      {"Max processes", "RLIMIT_NPROC"},
      {"Max open files", "RLIMIT_NOFILE"},
      {"Max address space", "RLIMIT_AS"},
  }};
  std::vector<ResourceLimit> limits;
  std::istringstream text(text_of(pid, "limits"));
  for (std::string line; std::getline(text, line);)
    for (auto const& [label, name] : wanted) {
      if (!line.starts_with(label))
        continue;
      std::istringstream columns(line.substr(label.size()));
      std::string soft, hard;
      columns >> soft >> hard;
      auto const value = [](std::string const& column) {
        return number<std::uint64_t>(column).value_or(UINT64_MAX);
      };
      if (value(soft) != UINT64_MAX || value(hard) != UINT64_MAX)
        limits.push_back({std::string(name), value(soft), value(hard)});
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
  std::istringstream lines(value_or(read_file("/proc/vmstat"), std::string{}));
  std::string name;
  std::uint64_t value = 0;
  while (lines >> name >> value)
    if (name == "oom_kill")
      return value;
  return std::nullopt;
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
