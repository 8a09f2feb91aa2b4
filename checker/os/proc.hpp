// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What /proc/PID tells of a process (proc(5)). Every reader gives nullopt, or an empty value, if
/// the process is gone: that is a normal thing to happen, never an error. Process ids here are
/// those of our own namespace.

#include "fate/fate.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whodunit::proc {

/// A part of /proc/PID/stat (proc_pid_stat(5)).
struct Stat {
  char state = '?';                ///< its letter: R, S, D, Z, T, t and others
  int parent = 0;                  ///< 0 where that one is outside our namespace
  std::chrono::microseconds cpu{}; ///< user + system, in clock ticks' steps
  std::uint64_t start_time =
      0; ///< in clock ticks since boot: with the pid it names a process for good
};

std::optional<Stat> stat(int pid); ///< a zombie still has one

/// `comm`: at most 15 bytes, any bytes.
std::string name(int pid);
/// The file of the running image (`/proc/PID/exe`): of a script its interpreter.
std::string executable(int pid);
/// Who a thread is (proc_pid_status(5)).
struct Identity {
  int thread_group = 0; ///< its process
  int parent = 0;       ///< of its process; 0 where that one is outside our namespace
  int tracer = 0;       ///< 0: nobody traces it
  std::vector<int> ids; ///< its own in each PID namespace, ours first
};
std::optional<Identity> identity(int tid); ///< all of it from one reading
/// The id of the process in the PID namespace \p depth levels below ours (`NSpid`): at 0 it is
/// \p pid. nullopt if it is gone or not that deep.
std::optional<int> pid_at_depth(int pid, std::size_t depth);
/// The number of the PID namespace that the process lives in (namespaces(7)), which may be used
/// again after that one's end; 0 if it can't be seen.
std::uint64_t pid_namespace(int pid);
/// Its cgroup of version 2, as a path from the root of that hierarchy (cgroups(7)); empty: in none.
std::string cgroup(int pid);
/// The path of the file behind a descriptor; empty if there is none.
std::string file_behind(int pid, std::uint64_t descriptor);
/// `VmHWM`.
Bytes peak_memory(int pid);
/// Anonymous and shared-memory pages that are resident now, and the page tables (`RssAnon`,
/// `RssShmem`, `VmPTE`): what a memory cgroup would count of it.
Bytes resident_memory(int pid);
/// How often the processor went to somebody else (proc_pid_status(5)).
struct Switches {
  std::uint64_t voluntary = 0;   ///< it waited for something
  std::uint64_t involuntary = 0; ///< its turn was over
};
Switches context_switches(int pid); ///< of the first thread alone
/// What the process does about \p signal (`SigIgn`, `SigCgt`).
Disposition disposition(int pid, Signal signal);
/// Those of prlimit(2) that are not unlimited; empty for another user's process.
std::vector<ResourceLimit> resource_limits(int pid);
/// What a blocked process waits for: ``read on descriptor 0 (/dev/pts/1)``; empty if it runs or may
/// not be asked.
std::string doing(int pid);
/// Whether the running image has a set-user-ID or set-group-ID bit.
bool runs_setuid_program(int pid);
/// The process behind a pidfd of process \p pid, by the innermost id that it has; 0 if the
/// descriptor is none.
int pid_behind(int pid, int pidfd);
/// Counter `oom_kill` of /proc/vmstat: kills by every OOM killer of the machine; nullopt before
/// Linux 4.13.
std::optional<std::uint64_t> machine_oom_kills();
/// The children of the first thread, if the kernel keeps that list (CONFIG_PROC_CHILDREN).
std::optional<std::vector<int>> children(int pid);
/// The entries of a folder of /proc that are numbers: descriptors in `/proc/self/fd`.
std::vector<int> all_numbers(std::string const& folder);

} // namespace whodunit::proc
