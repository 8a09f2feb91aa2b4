// SPDX-License-Identifier: MIT
#include "autopsy/failed_call.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <string_view>

namespace whodunit {
namespace {

struct Rule {
  std::string_view call; // empty: any
  int error;
  Cause cause;
};
constexpr std::array rules{
    Rule{"", ENOSPC, Cause::res_disk},
    Rule{"", EDQUOT, Cause::res_disk},
    Rule{"mq_open", EMFILE, Cause::res_other},
    Rule{"", EMFILE, Cause::res_fds},
    Rule{"", ENFILE, Cause::res_fds},
    Rule{"", EFBIG, Cause::res_file_size},
    Rule{"clone", EAGAIN, Cause::res_tasks},
    Rule{"clone3", EAGAIN, Cause::res_tasks},
    Rule{"fork", EAGAIN, Cause::res_tasks},
    Rule{"vfork", EAGAIN, Cause::res_tasks},
    Rule{"brk", ENOMEM, Cause::res_address_space},
    Rule{"mmap", ENOMEM, Cause::res_address_space},
    Rule{"mremap", ENOMEM, Cause::res_address_space},
    Rule{"mlock", ENOMEM, Cause::res_other},
    Rule{"bind", EADDRINUSE, Cause::res_other},
    Rule{"execve", ENOENT, Cause::exec_missing},
    Rule{"execve", EACCES, Cause::exec_denied},
    Rule{"execve", ENOEXEC, Cause::exec_format},
    Rule{"execve", E2BIG, Cause::exec_space},
};

std::optional<Cause> meaning_of(SystemCallRecord const& call) {
  if (!call.result || *call.result >= 0)
    return std::nullopt;
  auto const* const rule = std::ranges::find_if(rules, [&](Rule const& entry) {
    return entry.error == -*call.result && (entry.call.empty() || entry.call == call.name);
  });
  return rule != rules.end() ? std::optional(rule->cause) : std::nullopt;
}

bool is_write(SystemCallRecord const& call) {
  constexpr std::array<std::string_view, 10> names{
      "write", "pwrite64", "writev",          "pwritev",   "pwritev2",
      "fsync", "sendfile", "copy_file_range", "fdatasync", "close"};
  return std::ranges::find(names, call.name) != names.end();
}

bool had_no_room(SystemCallRecord const& call) {
  return is_write(call) &&
         (call.result == -ENOSPC || call.result == -EDQUOT || call.result == -EFBIG);
}

// ``3``, of ``write(3, "x", 1)``.
std::string_view descriptor_of(SystemCallRecord const& call) {
  auto const text =
      std::string_view(call.text).substr(std::min(call.name.size() + 1, call.text.size()));
  return text.substr(0, text.find_first_of(",)"));
}

// Whether a later write of the same process went where this one could not, before the descriptor
// was closed.
bool was_brought_off(Fate const& fate, std::vector<SystemCallRecord>::const_iterator failed) {
  auto const later = std::find_if(failed + 1, fate.calls.end(), [&](SystemCallRecord const& call) {
    return call.process == failed->process && is_write(call) &&
           descriptor_of(call) == descriptor_of(*failed) &&
           (call.name == "close" || call.result.value_or(-1) > 0);
  });
  return later != fate.calls.end() && later->name != "close";
}

} // namespace

std::optional<FailedCall> last_failed_call(Fate const& fate, int pid) {
  constexpr std::size_t still_recent = 64; // what failed long before was got over
  std::size_t seen = 0;
  for (auto call = fate.calls.rbegin(); call != fate.calls.rend() && seen < still_recent; ++call) {
    if (call->process != pid)
      continue;
    ++seen;
    if (auto const cause = meaning_of(*call))
      return FailedCall{*cause, fmt::format("{} = {}", call->text, told_result(*call))};
  }
  return std::nullopt;
}

std::optional<FailedWrite> failed_write(Fate const& fate) {
  std::optional<FailedWrite> last;
  for (auto call = fate.calls.begin(); call != fate.calls.end(); ++call)
    if (had_no_room(*call) && !was_brought_off(fate, call))
      last = FailedWrite{call->process, fmt::format("{} = {}", call->text, told_result(*call))};
  return last;
}

std::string told_result(SystemCallRecord const& call) {
  if (!call.result)
    return "?";
  constexpr std::int64_t largest_errno = 4095;
  if (*call.result >= 0 || *call.result < -largest_errno)
    return *call.result >= 0 && *call.result < (1LL << 32) ? fmt::format("{}", *call.result)
                                                           : fmt::format("{:#x}", *call.result);
  int const number = static_cast<int>(-*call.result);
  auto const* const name = ::strerrorname_np(number);
  return fmt::format("-1 {} ({})", name != nullptr ? name : std::to_string(number),
                     std::strerror(number));
}

} // namespace whodunit
