// SPDX-License-Identifier: MIT
#include "report/program_name.hpp"

#include "fault/complaint.hpp"

#include <cerrno>
#include <string_view>

namespace whodunit {

std::string program_name() {
  std::string_view const called = program_invocation_name;
  if (called.empty() || called.starts_with("/proc/")) // started by ourselves
    return "whodunit";
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./+~";
  if (called.find_first_not_of(plain) == std::string_view::npos)
    return std::string(called);
  return "'" + printable(called) + "'";
}

} // namespace whodunit
