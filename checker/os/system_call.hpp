// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// System calls as a reader knows them: their names, and their arguments decoded as far as the last
/// moments of a program are told by them. Not a second strace(1): what it doesn't know it shows as
/// numbers.

#include <array>
#include <cstdint>
#include <string>

namespace whodunit {

/// `openat`; `system call 999` for one that libseccomp doesn't know.
std::string system_call_name(long nr);

/// ``openat(AT_FDCWD, "/etc/none", O_RDONLY)``, safe to print. \param tid a stopped thread whose
/// memory and descriptors are read
std::string describe_call(int tid, long nr, std::array<std::uint64_t, 6> const& arguments);

/// ``1 (pipe:[99])``: a descriptor and what it stands for; the number alone if that can't be read.
std::string describe_descriptor(int pid, std::uint64_t descriptor);

/// ``write on descriptor 1 (pipe:[99])``; the name alone for a call whose first argument is none.
std::string describe_wait(int pid, long nr, std::uint64_t first_argument);

} // namespace whodunit
