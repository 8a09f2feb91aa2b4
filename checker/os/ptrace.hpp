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

namespace whodunit::ptrace {

/// PTRACE_SEIZE with the events that we live on: fork, vfork, clone, exec, exit, seccomp; tracees
/// die with us (EXITKILL) if \p exit_kill.
bool seize(int pid, bool exit_kill);
void resume(int tid, int signal = 0); ///< PTRACE_CONT, delivering \p signal
void listen(int tid); ///< PTRACE_LISTEN: stays in its group stop, and tells when that ends
void detach(int tid, int signal = 0); ///< PTRACE_DETACH, delivering \p signal
void interrupt(int tid);              ///< PTRACE_INTERRUPT

/// PTRACE_GETEVENTMSG: an id or a status, by event.
std::optional<unsigned long> event_message(int tid);
std::optional<siginfo_t> signal_information(int tid); ///< PTRACE_GETSIGINFO: at a signal's delivery

/// The system call at a seccomp stop.
struct SystemCall {
  std::uint64_t nr = 0;                     ///< a `SYS_` number, if \ref native
  std::array<std::uint64_t, 6> arguments{}; ///< as they stand in the registers
  bool native = true; ///< not of another architecture, such as 32-bit code on x86-64
};
std::optional<SystemCall> system_call(int tid); ///< PTRACE_GET_SYSCALL_INFO; nullopt at other stops

/// What is used of the registers of a stopped thread.
struct Registers {
  std::uint64_t instruction_pointer = 0; ///< rip, pc
  std::uint64_t stack_pointer = 0;       ///< rsp, sp
  bool in_system_call =
      false; ///< stopped on the way out of a system call rather than at an instruction
  std::array<std::uint64_t, 16> general{}; ///< x86-64: in the numbering of the instruction encoding
                                           ///< (rax, rcx, rdx, rbx, rsp …)
};
std::optional<Registers> registers(int tid); ///< PTRACE_GETREGSET, NT_PRSTATUS

/// Reads memory of a stopped tracee. \return how many bytes could be read from the beginning.
std::size_t read_memory(int tid, std::uint64_t address, std::span<unsigned char> into);

} // namespace whodunit::ptrace
