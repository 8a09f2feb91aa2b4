// SPDX-License-Identifier: MIT
#include "os/landlock.hpp"

#include "os/fd.hpp"

#include <cstdint>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace whodunit {
namespace {

// landlock_ruleset_attr as of ABI 6; the headers that we build with may be older.
struct Ruleset {
  std::uint64_t handled_access_fs;
  std::uint64_t handled_access_net;
  std::uint64_t scoped;
};

constexpr std::uint64_t scope_signal = 2;
constexpr int abi_of_scopes = 6;

} // namespace

void enter_landlock_domain() {
  auto const abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1 /* its version */);
  if (abi < 1)
    return;
  // A ruleset has to handle something: nobody here may make a block device anyway.
  Ruleset const rules{LANDLOCK_ACCESS_FS_MAKE_BLOCK, 0, abi >= abi_of_scopes ? scope_signal : 0};
  auto const size = abi >= abi_of_scopes ? sizeof rules : sizeof rules.handled_access_fs;
  UniqueFd const domain(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0)));
  if (domain.is_open())
    ::syscall(SYS_landlock_restrict_self, domain.get(), 0);
}

} // namespace whodunit
