// SPDX-License-Identifier: MIT
#include "os/ptrace.hpp"

#include <algorithm>
#include <bit>
#include <elf.h>
#include <linux/audit.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>

namespace whodunit::ptrace {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t native_arch = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t native_arch = AUDIT_ARCH_AARCH64;
#else
#error "add the audit architecture of this processor"
#endif

// A number where ptrace(2) wants a pointer, or an address of the tracee.
void* as_pointer(std::uintptr_t number) {
  return std::bit_cast<void*>(number);
}

template <class Request>
long call(Request request, int tid, std::uintptr_t address, std::uintptr_t data) {
  return ::ptrace(static_cast<__ptrace_request>(request), tid, as_pointer(address),
                  as_pointer(data));
}

} // namespace

bool seize(int pid, bool exit_kill) {
  std::uintptr_t options = PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
                           PTRACE_O_TRACEEXEC | PTRACE_O_TRACEEXIT | PTRACE_O_TRACESECCOMP |
                           PTRACE_O_TRACESYSGOOD;
  if (exit_kill)
    options |= PTRACE_O_EXITKILL;
  return call(PTRACE_SEIZE, pid, 0, options) == 0;
}

void resume(int tid, int signal, Until until) {
  call(until == Until::event ? PTRACE_CONT : PTRACE_SYSCALL, tid, 0,
       static_cast<std::uintptr_t>(signal));
}
void listen(int tid) {
  call(PTRACE_LISTEN, tid, 0, 0);
}
void detach(int tid, int signal) {
  call(PTRACE_DETACH, tid, 0, static_cast<std::uintptr_t>(signal));
}
void interrupt(int tid) {
  call(PTRACE_INTERRUPT, tid, 0, 0);
}

std::optional<unsigned long> event_message(int tid) {
  unsigned long message = 0;
  if (call(PTRACE_GETEVENTMSG, tid, 0, reinterpret_cast<std::uintptr_t>(&message)) != 0)
    return std::nullopt;
  return message;
}

std::optional<siginfo_t> signal_information(int tid) {
  siginfo_t information{};
  if (call(PTRACE_GETSIGINFO, tid, 0, reinterpret_cast<std::uintptr_t>(&information)) != 0)
    return std::nullopt;
  return information;
}

std::optional<SystemCall> system_call(int tid) {
  __ptrace_syscall_info information{};
  if (call(PTRACE_GET_SYSCALL_INFO, tid, sizeof information,
           reinterpret_cast<std::uintptr_t>(&information)) <= 0)
    return std::nullopt;
  SystemCall result;
  result.native = information.arch == native_arch;
  switch (information.op) {
  case PTRACE_SYSCALL_INFO_EXIT:
    result.ended = true;
    result.result = information.exit.rval;
    return result;
  case PTRACE_SYSCALL_INFO_ENTRY: // its members are the first ones of seccomp's
  case PTRACE_SYSCALL_INFO_SECCOMP:
    result.nr = information.seccomp.nr;
    std::copy(std::begin(information.seccomp.args), std::end(information.seccomp.args),
              result.arguments.begin());
    return result;
  default:
    return std::nullopt;
  }
}

std::optional<Registers> registers(int tid) {
  user_regs_struct raw{};
  iovec area{&raw, sizeof raw};
  if (call(PTRACE_GETREGSET, tid, NT_PRSTATUS, reinterpret_cast<std::uintptr_t>(&area)) != 0)
    return std::nullopt;
#if defined(__x86_64__)
  return Registers{raw.rip,
                   raw.rsp,
                   static_cast<std::int64_t>(raw.orig_rax) >= 0,
                   {raw.rax, raw.rcx, raw.rdx, raw.rbx, raw.rsp, raw.rbp, raw.rsi, raw.rdi, raw.r8,
                    raw.r9, raw.r10, raw.r11, raw.r12, raw.r13, raw.r14, raw.r15},
                   static_cast<long>(raw.orig_rax),
                   raw.rdi,
                   {raw.rax, raw.rdx, raw.rcx, raw.rbx, raw.rsi, raw.rdi, raw.rbp, raw.rsp, raw.r8,
                    raw.r9, raw.r10, raw.r11, raw.r12, raw.r13, raw.r14, raw.r15, raw.rip}};
#else
  std::vector<std::uint64_t> dwarf(std::begin(raw.regs), std::end(raw.regs));
  dwarf.push_back(raw.sp);
  return Registers{raw.pc, raw.sp, false, {}, -1, 0, std::move(dwarf)};
#endif
}

std::size_t read_memory(int tid, std::uint64_t address, std::span<unsigned char> into) {
  iovec local{into.data(), into.size()};
  iovec remote{as_pointer(address), into.size()};
  auto const bytes = ::process_vm_readv(tid, &local, 1, &remote, 1, 0);
  return bytes > 0 ? static_cast<std::size_t>(bytes) : 0;
}

} // namespace whodunit::ptrace
