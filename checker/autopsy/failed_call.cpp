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
