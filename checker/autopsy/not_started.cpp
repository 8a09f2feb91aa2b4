// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>

namespace whodunit {
namespace {

struct Refusal {
  int number;
  Cause cause;
};

// execve(2), "ERRORS".
constexpr std::array refusals{
    Refusal{ENOENT, Cause::exec_missing}, Refusal{ENOTDIR, Cause::exec_missing},
    Refusal{ELOOP, Cause::exec_missing},  Refusal{ENAMETOOLONG, Cause::exec_missing},
    Refusal{EACCES, Cause::exec_denied},  Refusal{EPERM, Cause::exec_denied},
    Refusal{EISDIR, Cause::exec_denied},  Refusal{ETXTBSY, Cause::exec_denied},
    Refusal{ENOEXEC, Cause::exec_format}, Refusal{EINVAL, Cause::exec_format},
    Refusal{ELIBBAD, Cause::exec_format}, Refusal{E2BIG, Cause::exec_space},
    Refusal{ENOMEM, Cause::exec_space},
};

} // namespace

Finding not_started(Inquiry const& inquiry) {
  int const number = inquiry.fate.not_executed;
  std::vector<Evidence> const evidence{
      {"execve", fmt::format("failed: {}", std::strerror(number))}};
  Finding finding{claim(Agent::kernel, Certainty::observed, evidence), {}};
  auto const* const found = std::ranges::find(refusals, number, &Refusal::number);
  if (found != refusals.end())
    finding.cause = claim(found->cause, Certainty::observed, evidence);
  return finding;
}

} // namespace whodunit
