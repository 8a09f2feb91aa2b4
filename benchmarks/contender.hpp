// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Ways to run a command to its end and learn what became of it.

#include "os/cgroup.hpp"
#include "warden/warden.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace whodunit::benchmark {

/// One way.
struct Contender {
  std::string name;             ///< as in the table
  std::optional<double> target; ///< at most so many times the floor; none: only for comparison
  std::function<void()> run;    ///< once, blocking; throws if it did not do what it is for
};

/// posix_spawn(3) and waitid(2): nothing is learned but the status.
void spawn_and_wait(std::vector<std::string> const& command);
/// The same in a fresh memory cgroup.
void spawn_in_cgroup(CgroupPlace const& place, Bytes limit,
                     std::vector<std::string> const& command);
/// Boost.Process v2 with its default launcher.
void run_with_boost(std::vector<std::string> const& command);
/// One fate from a warden that is there already.
void run_in_warden(Warden& warden, Launch const& launch);

/// Whether the program is found in PATH.
bool is_installed(std::string const& program);

} // namespace whodunit::benchmark
