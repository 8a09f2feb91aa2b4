// SPDX-License-Identifier: MIT
#include "warden/tracer.hpp"

#include "os/ptrace.hpp"
#include "warden/divisor.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

// A program can raise signals without end; the first ones and the last ones are what tells its
// story.
constexpr std::size_t kept_records = 512;

template <class Record>
void keep(std::vector<Record>& records, Record record) {
  if (records.size() == kept_records)
    records.erase(records.begin() + kept_records / 2);
  records.push_back(std::move(record));
}

bool is_fault(int signal, siginfo_t const& information, ptrace::Registers const& registers) {
  constexpr std::array faults{SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV};
  return information.si_code > 0 && !registers.in_system_call &&
         std::ranges::find(faults, signal) != faults.end();
}

bool has_sender(siginfo_t const& information) {
  return information.si_code == SI_USER || information.si_code == SI_TKILL ||
         information.si_code == SI_QUEUE || information.si_code == SI_MESGQ;
}

void describe_fault(int tid, ptrace::Registers const& registers, SignalRecord& record) {
  record.fault = true;
  std::array<unsigned char, 15> code{}; // the longest instruction of x86-64
  auto const bytes = ptrace::read_memory(tid, registers.instruction_pointer, code);
  record.instruction.assign(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(bytes));
  if (record.signal.number() != SIGFPE)
    return;
  auto const memory = [tid](std::uint64_t address, std::span<unsigned char> into) {
    return ptrace::read_memory(tid, address, into) == into.size();
  };
  record.divisor = divisor_at(std::span(code).first(bytes), registers, memory);
}

bool is_attempt_to_trace(std::uint64_t request) {
  return request == PTRACE_TRACEME || request == PTRACE_ATTACH || request == PTRACE_SEIZE;
}

struct KillFamilyCall {
  long nr;
  char const* name;
  std::size_t target; // index of the argument that names the process
  std::size_t signal;
};

constexpr std::array<KillFamilyCall, 6> kill_family{{
    {SYS_kill, "kill", 0, 1},
    {SYS_tkill, "tkill", 0, 1},
    {SYS_tgkill, "tgkill", 0, 2},
    {SYS_rt_sigqueueinfo, "rt_sigqueueinfo", 0, 1},
    {SYS_rt_tgsigqueueinfo, "rt_tgsigqueueinfo", 0, 2},
    {SYS_pidfd_send_signal, "pidfd_send_signal", 0, 1},
}};

} // namespace

Result<void> Tracer::adopt(int pid, bool exit_kill) {
  if (!ptrace::seize(pid, exit_kill))
    return last_error("trace the command", "");
  tree_->add(pid, 0, clock_());
  tasks_[pid] = pid;
  return {};
}

void Tracer::meet(int tid) {
  if (tasks_.contains(tid))
    return;
  int const group = proc::thread_group(tid).value_or(tid);
  tasks_[tid] = group;
  if (group != tid)
    return;
  auto const stat = proc::stat(tid);
  tree_->add(tid, stat ? stat->parent : 0, clock_());
}

bool Tracer::handle(int tid, int wait_status) {
  if (WIFSTOPPED(wait_status)) {
    meet(tid);
    handle_stop(tid, WSTOPSIG(wait_status), wait_status >> 16);
    return true;
  }
  if (tasks_.erase(tid) == 0)
    return false;
  if (auto const ending = decode_wait_status(wait_status))
    tree_->end(tid, *ending, clock_());
  return true;
}

void Tracer::handle_stop(int tid, int signal, int event) {
  switch (event) {
  case PTRACE_EVENT_STOP:
    return handle_event_stop(tid, signal);
  case PTRACE_EVENT_FORK:
  case PTRACE_EVENT_VFORK:
  case PTRACE_EVENT_CLONE:
    // By now it may have lived, died and been reaped, and its number may be somebody else's.
    if (auto const born = static_cast<int>(ptrace::event_message(tid).value_or(0));
        proc::tracer(born) == ::getpid())
      meet(born);
    return ptrace::resume(tid);
  case PTRACE_EVENT_EXEC:
    return handle_exec(tid);
  case PTRACE_EVENT_EXIT:
    if (tasks_[tid] == tid)
      dying_(tid, static_cast<int>(ptrace::event_message(tid).value_or(0)));
    return ptrace::resume(tid);
  case PTRACE_EVENT_SECCOMP:
    record_call(tid);
    return ptrace::resume(tid);
  default:
    break;
  }
  if (event != 0)
    return ptrace::resume(tid);
  if (auto const known = Signal::from_number(signal))
    record_signal(tid, *known);
  ptrace::resume(tid, signal);
}

// A group stop, the first stop of a new thread, or the news that a group stop is over.
void Tracer::handle_event_stop(int tid, int signal) {
  auto* const process = tree_->find(tasks_[tid]);
  bool const group_stop =
      signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
  if (process != nullptr)
    process->stopped_by = group_stop ? Signal::from_number(signal) : std::nullopt;
  group_stop ? ptrace::listen(tid) : ptrace::resume(tid);
}

void Tracer::handle_exec(int tid) {
  // The thread that called execve has the group's id from now on; its own is gone without a word.
  if (auto const former = ptrace::event_message(tid); former && static_cast<int>(*former) != tid)
    tasks_.erase(static_cast<int>(*former));
  tasks_[tid] = tid;
  if (auto* const process = tree_->find(tid); process != nullptr)
    process->record.name = proc::name(tid);
  // A tracer who is root takes no privilege away (capabilities(7)).
  if (::geteuid() != 0 && proc::runs_setuid_program(tid))
    disturbed_ =
        "\"" + proc::name(tid) +
        "\" is set-user-ID or set-group-ID: under observation it runs without those privileges";
  ptrace::resume(tid);
}

void Tracer::record_signal(int tid, Signal signal) {
  auto const information = ptrace::signal_information(tid);
  auto const registers = ptrace::registers(tid);
  if (!information || !registers)
    return;
  SignalRecord record{.signal = signal, .code = information->si_code};
  record.target = tree_->inner(tasks_[tid]);
  record.sender = has_sender(*information) ? information->si_pid : 0;
  record.when = clock_();
  record.instruction_pointer = registers->instruction_pointer;
  record.stack_pointer = registers->stack_pointer;
  if (!has_sender(*information))
    record.address = reinterpret_cast<std::uintptr_t>(information->si_addr);
  if (is_fault(signal.number(), *information, *registers) && !was_forged(record))
    describe_fault(tid, *registers, record);
  keep(signals_, std::move(record));
}

// A handler that returns leaves a thread as if at an instruction, so a signal that the program
// queued to itself can look like a fault. It is none while a call is left that no delivery answers.
bool Tracer::was_forged(SignalRecord const& record) const {
  auto const queued = std::ranges::count_if(kill_calls_, [&](KillCall const& call) {
    return call.call.starts_with("rt_") && call.target == record.target &&
           call.signal == record.signal.number();
  });
  auto const answered = std::ranges::count_if(signals_, [&](SignalRecord const& earlier) {
    return !earlier.fault && earlier.target == record.target && earlier.signal == record.signal;
  });
  return queued > answered;
}

void Tracer::record_call(int tid) {
  auto const call = ptrace::system_call(tid);
  if (!call || !call->native)
    return;
  auto const* const known =
      std::ranges::find(kill_family, static_cast<long>(call->nr), &KillFamilyCall::nr);
  if (call->nr == SYS_ptrace && is_attempt_to_trace(call->arguments[0]))
    disturbed_ = "\"" + proc::name(tid) +
                 "\" wants to trace, and one who is traced cannot be traced by another";
  if (known == kill_family.end() ||
      call->arguments[known->signal] == 0) // 0 asks, and sends nothing
    return;
  KillCall record{known->name, tree_->inner(tasks_[tid]), 0, 0, clock_()};
  auto const target = static_cast<int>(call->arguments[known->target]);
  record.signal = static_cast<int>(call->arguments[known->signal]);
  record.target = call->nr == SYS_pidfd_send_signal ? proc::pid_behind(tid, target) : target;
  keep(kill_calls_, std::move(record));
}

} // namespace whodunit
