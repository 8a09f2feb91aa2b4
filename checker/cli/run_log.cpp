// SPDX-License-Identifier: MIT
#include "cli/run_log.hpp"

#include "fault/complaint.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

bool belongs_to_word(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '-' ||
         letter == '.';
}

bool names(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    auto const end = at + name.size();
    bool const begins = at == 0 || !belongs_to_word(text[at - 1]);
    if (begins && (end == text.size() || !belongs_to_word(text[end])))
      return true;
  }
  return false;
}

// A number that stands where the kernel writes that of a process.
std::optional<int> pid_in(std::string_view text) {
  constexpr std::array<std::string_view, 4> leads{"[", "pid=", "process ", "PID: "};
  for (auto const lead : leads)
    for (auto at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 1)) {
      int pid = 0;
      auto const* const begin = text.data() + at + lead.size();
      auto const [end, failed] = std::from_chars(begin, text.data() + text.size(), pid);
      bool const hexadecimal = end != text.data() + text.size() && belongs_to_word(*end);
      if (failed == std::errc{} && !hexadecimal)
        return pid;
    }
  return std::nullopt;
}

bool is_of(std::string const& text, RunSigns const& signs) {
  auto const pid = pid_in(text);
  bool const earlier = pid && signs.first_pid && *pid < *signs.first_pid;
  return !earlier && std::ranges::any_of(signs.names, [&](auto const& name) {
    return !name.empty() && names(text, name);
  });
}

// The log has the numbers of the first PID namespace; its inode is fixed (PROC_PID_INIT_INO).
bool kernel_counts_as_we_do() {
  std::error_code failed;
  return std::filesystem::read_symlink("/proc/self/ns/pid", failed) == "pid:[4026531836]";
}

} // namespace

std::vector<KernelLine> lines_of_run(std::vector<KernelLine> const& logged, RunSigns const& signs) {
  std::vector<KernelLine> own;
  std::ranges::copy_if(logged, std::back_inserter(own),
                       [&](KernelLine const& line) { return is_of(line.text, signs); });
  return own;
}

RunLog::RunLog() : log_(KernelLog::open()) {}

void RunLog::tell(RunSigns const& signs) {
  if (!log_) {
    fmt::print(stderr,
               "whodunit: the kernel's log can't be read here: {}\n"
               "whodunit: be root, or allow it (sysctl kernel.dmesg_restrict=0); on the machine "
               "itself: sudo dmesg, journalctl -k\n",
               printable(to_string(log_.error())));
    return;
  }
  auto const logged = log_->read_new();
  auto const own = lines_of_run(
      logged.lines, {signs.names, kernel_counts_as_we_do() ? signs.first_pid : std::nullopt});
  if (logged.some_lost)
    fmt::print(stderr, "whodunit: the kernel has logged more than it keeps; some of it is lost\n");
  if (own.empty())
    fmt::print(stderr, "whodunit: the kernel's log has no line about this run\n");
  else
    fmt::print(stderr, "whodunit: lines of the kernel's log about this run (dmesg, journalctl -k, "
                       "/dev/kmsg):\n");
  for (auto const& line : own)
    fmt::print(stderr, "whodunit: [{:5}.{:06}] {}\n", line.when.count() / 1'000'000,
               line.when.count() % 1'000'000, printable(line.text));
}

} // namespace whodunit::cli
