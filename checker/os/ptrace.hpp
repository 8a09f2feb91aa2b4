// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// ptrace(2) with types. Every call fails silently if the tracee is gone, which can happen at any
/// time: its end is then reported by wait4(2) and by nothing else.

#include <array>
#include <csignal>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace whodunit::ptrace {

/// PTRACE_SEIZE with the events that we live on: fork, vfork, clone, exec, exit, seccomp; tracees
/// die with us (EXITKILL) if \p exit_kill.
bool seize(int pid, bool exit_kill);
/// How far a thread goes when it is resumed.
enum class Until {
  event,       ///< PTRACE_CONT: to the next signal or event
  system_call, ///< PTRACE_SYSCALL: also to the beginning or the end of a system call
};
/// Resumes a stopped thread, delivering \p signal.
void resume(int tid, int signal = 0, Until until = Until::event);
void listen(int tid); ///< PTRACE_LISTEN: stays in its group stop, and tells when that ends
void detach(int tid, int signal = 0); ///< PTRACE_DETACH, delivering \p signal
void interrupt(int tid);              ///< PTRACE_INTERRUPT

/// PTRACE_GETEVENTMSG: an id or a status, by event.
std::optional<unsigned long> event_message(int tid);
std::optional<siginfo_t> signal_information(int tid); ///< PTRACE_GETSIGINFO: at a signal's delivery

/// The system call at a stop of its own.
struct SystemCall {
  bool ended = false;                       ///< it has a \ref result, and no number or arguments
  std::int64_t result = 0;                  ///< a negative errno for a failure
  std::uint64_t nr = 0;                     ///< a `SYS_` number, if \ref native
  std::array<std::uint64_t, 6> arguments{}; ///< as they stand in the registers
  bool native = true; ///< not of another architecture, such as 32-bit code on x86-64
};
/// PTRACE_GET_SYSCALL_INFO: of a seccomp stop, or of the beginning or end of a call; nullopt at
/// other stops.
std::optional<SystemCall> system_call(int tid);
/// What wait4(2) gives as the stop's signal at the beginning and end of a call.
constexpr int call_stop = SIGTRAP | 0x80;

/// What is used of the registers of a stopped thread.
struct Registers {
  std::uint64_t instruction_pointer = 0; ///< rip, pc
  std::uint64_t stack_pointer = 0;       ///< rsp, sp
  bool in_system_call =
      false; ///< stopped on the way out of a system call rather than at an instruction
  /// x86-64: in the numbering of the instruction encoding (rax, rcx, rdx, rbx, rsp …).
  std::array<std::uint64_t, 16> general{};
  long system_call = -1;                  ///< its number, if in one
  std::uint64_t system_call_argument = 0; ///< the first one
  std::vector<std::uint64_t> dwarf = {};  ///< all, by DWARF's numbers (x86-64 psABI, 3.6.2)
};
std::optional<Registers> registers(int tid); ///< PTRACE_GETREGSET, NT_PRSTATUS

/// Reads memory of a stopped tracee. \return how many bytes could be read from the beginning.
std::size_t read_memory(int tid, std::uint64_t address, std::span<unsigned char> into);

} // namespace whodunit::ptrace
