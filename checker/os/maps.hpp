// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The address space of a process (proc_pid_maps(5)). Empty if the process is gone.

#include "fate/thread.hpp"

#include <optional>
#include <string>

namespace whodunit::maps {

std::string text(int pid); ///< of /proc/PID/maps
/// The mapping that \p address lies in, with the present size of its file.
std::optional<Mapping> at(int pid, std::uint64_t address);
/// ``/usr/bin/yes+0x2f10``: the file mapped at \p address, and the offset in it; the bare address
/// if it is in none.
std::string place(int pid, std::uint64_t address);

} // namespace whodunit::maps
