// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What was observed of one run: plain data, each piece as the kernel gave it. Draws no conclusion
/// (see `autopsy/`) and holds no fault of ours (see `fault/`). Process ids are those that the
/// processes themselves see: inside a containment the first one is 2 or more.

#include "fate/ending.hpp"
#include "fate/thread.hpp"
#include "fate/units.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// One process (thread group) of the tree that the command became.
struct ProcessRecord {
  int pid = 0;      ///< can be used twice in a run
  int parent = 0;   ///< the one that created it; 0 for the first
  std::string name; ///< `comm` when it was last looked at: at most 15 bytes, any bytes
  Ending ending = Alive{LifeState::running}; ///< or the state in which it was last seen
  Moment born{};                             ///< when it was met first
  Moment ended{};                            ///< zero while it lives
  Bytes peak_memory{}; ///< VmHWM at its end, its own image only (proc_pid_status(5)); 0 where not
                       ///< seen
  std::chrono::microseconds cpu{}; ///< user + system
  /// It had ended, and nobody had waited for it when the run was over.
  bool zombie = false;
  /// The system call that it was in when it died by a signal: ``socket``; empty if it was in none.
  std::string died_in = {};
  /// The file that it runs, ``/usr/bin/bash``: of a script it is the interpreter, whatever the name
  /// says. Empty where that was not seen.
  std::string executable = {};
  /// The init of the PID namespace that the run made and it lives in, maybe itself; 0: of none
  /// such.
  int init = 0;
  /// When it began to end, from where on the kernel ends others on its account; zero where that was
  /// not seen.
  Moment leaving{};
};

/// Of each kind of record so many are kept: a program can do a thing without end, and the first
/// ones and the last ones are what tells its story.
constexpr std::size_t most_records = 512;

/// What a process did about a signal when it was delivered (signal(7), "Signal dispositions").
enum class Disposition {
  standard, ///< nothing: the default action follows
  ignored,  ///< nothing happens
  caught,   ///< a handler is called
};

/// A signal at the moment of its delivery to a thread (ptrace(2), "Signal-delivery-stop"). SIGKILL
/// is never seen so.
struct SignalRecord {
  Signal signal;             ///< about to be delivered
  int code = 0;              ///< si_code, sigaction(2)
  std::uint64_t address = 0; ///< si_addr; meaningful for a fault
  int sender = 0; ///< si_pid where the code says that there is one, else 0; testimony, not proof
  int target = 0; ///< pid of the process that it was delivered to
  bool fault =
      false;     ///< raised by the CPU at an instruction: code > 0 and not inside a system call
  Moment when{}; ///< when the thread stopped for its delivery
  std::string instruction =
      {}; ///< of a fault: the bytes at the instruction pointer, at most 15; empty otherwise
  std::uint64_t instruction_pointer = 0; ///< of the thread at that stop
  /// Of the thread at that stop; an address near it speaks of the stack.
  std::uint64_t stack_pointer = 0;
  std::optional<std::int64_t> divisor =
      {}; ///< of SIGFPE at a decoded div or idiv: the value of its operand
  std::optional<Mapping> mapping = {}; ///< of a fault: what \ref address lies in; none: in nothing
  /// The system call in which the thread was, and its descriptor: ``write on descriptor 1
  /// (pipe:[99])``; empty if it was in none.
  std::string during = {};
  Disposition disposition = Disposition::standard; ///< of the target, at that moment
  bool returned = false; ///< its handler came back (sigreturn(2)), and the thread went on
};

/// One call of the kill family, seen as it was made: kill, tkill, tgkill, rt_sigqueueinfo,
/// rt_tgsigqueueinfo, pidfd_send_signal.
struct KillCall {
  std::string call; ///< `kill`
  int caller = 0;   ///< pid
  int target = 0; ///< as given: may be 0, -1 or a negative group; for a pidfd the pid behind it, 0
                  ///< if unknown
  int signal = 0; ///< as given: may be 0
  Moment when{};  ///< before the kernel did what was asked
};

/// Whether the caller could choose what siginfo says: rt_sigqueueinfo(2), pidfd_send_signal(2).
bool writes_siginfo(KillCall const& call);

/// A write to the file `cgroup.kill` (cgroup v2), seen as it was made where a run has cgroups of
/// its own: SIGKILL for everybody in the group.
struct GroupKill {
  int caller = 0;           ///< pid
  std::string group;        ///< folder of the cgroup, any bytes
  std::vector<int> members; ///< pids of those who were in it or below it
  Moment when{};            ///< before the kernel did what was asked
};

/// A signal that a process arranged for itself: timer_create(2) that is to send SIGKILL,
/// prctl(PR_SET_PDEATHSIG).
struct ArmedSignal {
  std::string call; ///< `timer_create`, `prctl`
  int process = 0;  ///< pid of the one that will get it
  int signal = 0;   ///< that it asked for
  Moment when{};    ///< of the call
};

/// One system call, decoded; the last ones are kept on request.
struct SystemCallRecord {
  int process = 0;  ///< pid
  int thread = 0;   ///< its id
  std::string text; ///< ``openat(AT_FDCWD, "/etc/none", O_RDONLY)``, safe to print
  std::string name; ///< `openat`
  std::optional<std::int64_t> result; ///< what it returned, a negative errno for a failure; none:
                                      ///< it did not return
  Moment when{};                      ///< of its beginning
};

/// The memory of all processes of a run together, at one moment.
struct MemorySample {
  Moment when{}; ///< when it was read
  Bytes used{};  ///< charged to the cgroup, else the sum of resident sets
};

/// The kernel's OOM killer took a process, or our stand-in did.
struct OomKill {
  int victim = 0;        ///< pid; 0 where the counter moved and no process could be named
  std::string source;    ///< ``memory.oom_control oom_kill 0 -> 1``
  bool stand_in = false; ///< the warden killed it at the limit, where no cgroup could be made
  Moment when{};         ///< when it was noticed
};

/// A limit that ended or bent the run. The names are `wall`, `memory`, `output`, `cpu`,
/// `file-size`, `processes`, `disk`, `inodes`.
struct LimitHit {
  std::string name;  ///< one of those above
  std::string value; ///< with its unit: `64MiB`, `10s`
  bool ours = true;  ///< set by us, not by the command itself
};

/// A resource limit as it was in force when a process ended (getrlimit(2)).
struct ResourceLimit {
  std::string name;       ///< `RLIMIT_CPU`
  std::uint64_t soft = 0; ///< what the kernel enforces: bytes, seconds or a count, by name
  std::uint64_t hard = 0; ///< how far the process may raise the soft one
};

/// What a run used up (getrusage(2)). A descendant that nobody waited for counts neither in the CPU
/// time nor in the switches.
struct Usage {
  std::chrono::nanoseconds wall{}; ///< elapsed, to the end of the first process or to the limit
  std::chrono::microseconds cpu{}; ///< user + system, all processes that were waited for
  Bytes peak_memory{};             ///< of the cgroup if there was one, else the largest VmHWM
  std::uint64_t voluntary_switches = 0;   ///< `ru_nvcsw`: it gave the processor up, mostly to wait
  std::uint64_t involuntary_switches = 0; ///< `ru_nivcsw`: the scheduler took the processor away
};

/// What one stream carried. Bytes past the cap are counted, not kept; reading never stops while the
/// command runs.
struct Capture {
  std::string kept;        ///< the first bytes, up to the cap
  std::uint64_t total = 0; ///< bytes that came, kept or not
};

/// How strongly a run was observed.
struct Observation {
  bool traced = false;     ///< signals and kill-family calls were seen
  bool kill_calls = false; ///< kill-family calls were seen (needs seccomp)
  bool contained = false;  ///< a PID namespace of its own
  bool memory_cgroup =
      false; ///< a memory cgroup of its own: OOM counters are those of this run alone
  bool stand_in_memory = false; ///< the warden watched memory itself
  bool oom_counter =
      false; ///< an OOM counter, the cgroup's or /proc/vmstat's, was read before and after
  bool captured = false;     ///< what it wrote to stdout and stderr was read, up to the cap
  bool heard_stderr = false; ///< what was written to stderr was seen, wherever it went
  bool core_inferred =
      false;             ///< core_pattern is a pipe: the core flag was worked out, not observed
  std::string disturbed; ///< why observing changed what was observed; empty: it did not
};

/// The fate of one run.
struct Fate {
  int first = 0; ///< pid of the first process, an entry of \ref processes
  Ending ending = Alive{LifeState::running}; ///< of the first process
  std::optional<int> wait_status;            ///< raw, of the first process; none while it lives
  int not_executed = 0; ///< errno of execve(2) if the command never started; the ending is then
                        ///< that of the child that tried (126 or 127)
  std::vector<ProcessRecord> processes; ///< in order of birth
  std::vector<SignalRecord> signals;    ///< in order of delivery
  std::vector<KillCall> kill_calls;     ///< in order
  std::vector<GroupKill> group_kills;   ///< in order
  std::vector<ArmedSignal> armed;       ///< in order
  std::vector<OomKill> oom_kills;       ///< in the order in which they were noticed
  std::vector<LimitHit> limits;         ///< only those that were hit
  std::vector<ResourceLimit>
      resource_limits; ///< of the first process at its end; only those that are not unlimited
  std::vector<ThreadRecord> threads;   ///< all that lived when the wall limit came
  std::vector<MemorySample> memory;    ///< in order; every 10 ms at first, less often in a long run
  std::vector<SystemCallRecord> calls; ///< the last ones, in order of their beginning; on request
  std::vector<StackSnapshot> stacks;   ///< of fatal signals, and at the wall limit; on request
  Usage usage;                         ///< of the whole run
  Capture out;                         ///< stdout; empty unless Observation::captured
  Capture err;                         ///< stderr; empty unless Observation::captured
  std::string last_words; ///< the last bytes, at most 4 KiB, that were written to stderr
  Observation observed;   ///< what the absence of a record is worth
};

/// The record of \p pid; the last one if the number was used twice. nullptr if there is none.
ProcessRecord const* find_process(Fate const& fate, int pid);

} // namespace whodunit
