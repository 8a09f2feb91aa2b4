// SPDX-License-Identifier: MIT
#include "warden/tracer.hpp"

#include "os/maps.hpp"
#include "os/ptrace.hpp"
#include "os/system_call.hpp"
#include "warden/divisor.hpp"
#include "warden/stack.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

constexpr std::size_t most_stacks = 32;
constexpr std::size_t most_nested_handlers = 64;

bool ends_process(Signal signal) {
  auto const action = signal.default_action();
  return action == DefaultAction::terminate || action == DefaultAction::core;
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
  if (record.signal.number() == SIGSEGV || record.signal.number() == SIGBUS)
    record.mapping = maps::at(tid, record.address);
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

} // namespace

Result<void> Tracer::adopt(int pid, bool exit_kill) {
  if (!ptrace::seize(pid, exit_kill))
    return last_error("trace the command", "");
  tasks_[pid] = pid;
  return {};
}

void Tracer::meet(int tid) {
  if (!tasks_.contains(tid))
    meet(tid, proc::identity(tid).value_or(proc::Identity{tid, 0, ::getpid(), {tid}}));
}

void Tracer::meet(int tid, proc::Identity const& identity) {
  tasks_[tid] = identity.thread_group;
  if (identity.thread_group == tid)
    tree_->add(identity, clock_());
}

bool Tracer::forget(int tid) {
  halted_.erase(tid);
  handling_.erase(tid);
  calls_.forget(tid);
  return tasks_.erase(tid) > 0;
}

bool Tracer::handle(int tid, int wait_status) {
  // Who was told to die goes on to its death.
  if (WIFSTOPPED(wait_status) && halting_ && wait_status >> 16 != PTRACE_EVENT_EXIT) {
    halted_.insert(tid);
    return true;
  }
  if (WIFSTOPPED(wait_status)) {
    meet(tid);
    handle_stop(tid, WSTOPSIG(wait_status), wait_status >> 16);
    return true;
  }
  if (!forget(tid))
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
        !tasks_.contains(born))
      if (auto const identity = proc::identity(born); identity && identity->tracer == ::getpid())
        meet(born, *identity);
    return resume(tid);
  case PTRACE_EVENT_EXEC:
    return handle_exec(tid);
  case PTRACE_EVENT_EXIT:
    if (tasks_[tid] == tid)
      handle_exit(tid);
    return resume(tid);
  case PTRACE_EVENT_SECCOMP:
    if (calls_.note_filtered(tid, tasks_[tid]) == Filtered::handler_return)
      note_return(tid);
    return resume(tid);
  default:
    break;
  }
  if (event == 0 && signal == ptrace::call_stop)
    calls_.note_stop(tid, tasks_[tid]);
  if (event != 0 || signal == ptrace::call_stop)
    return resume(tid);
  if (auto const known = Signal::from_number(signal))
    record_signal(tid, *known);
  resume(tid, signal);
}

void Tracer::resume(int tid, int signal) const {
  ptrace::resume(tid, signal,
                 calls_.wants_every_call() ? ptrace::Until::system_call : ptrace::Until::event);
}

void Tracer::handle_exit(int tid) {
  int const status = static_cast<int>(ptrace::event_message(tid).value_or(0));
  auto* const process = tree_->find(tid);
  if (process != nullptr)
    process->record.leaving = clock_();
  auto const registers = WIFSIGNALED(status) ? ptrace::registers(tid) : std::nullopt;
  if (process != nullptr && registers && registers->in_system_call)
    process->record.died_in = system_call_name(registers->system_call);
  dying_(tid, status);
}

// A group stop, the first stop of a new thread, or the news that a group stop is over.
void Tracer::handle_event_stop(int tid, int signal) {
  auto* const process = tree_->find(tasks_[tid]);
  bool const group_stop =
      signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
  if (process != nullptr)
    process->stopped_by = group_stop ? Signal::from_number(signal) : std::nullopt;
  group_stop ? ptrace::listen(tid) : resume(tid);
}

void Tracer::handle_exec(int tid) {
  // The thread that called execve has the group's id from now on; its own is gone without a word.
  if (auto const former = ptrace::event_message(tid); former && static_cast<int>(*former) != tid)
    forget(static_cast<int>(*former));
  tasks_[tid] = tid;
  if (auto* const process = tree_->find(tid))
    process->record.executable = proc::executable(tid);
  // A tracer who is root takes no privilege away (capabilities(7)).
  if (::geteuid() != 0 && proc::runs_setuid_program(tid))
    disturbed_ =
        "\"" + proc::name(tid) +
        "\" is set-user-ID or set-group-ID: under observation it runs without those privileges";
  resume(tid);
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
  record.disposition = proc::disposition(tid, signal);
  record.instruction_pointer = registers->instruction_pointer;
  record.stack_pointer = registers->stack_pointer;
  if (!has_sender(*information))
    record.address = reinterpret_cast<std::uintptr_t>(information->si_addr);
  if (record.sender > 0) {
    record.sender = tree_->translated(tid, record.sender);
    all_seen_ = all_seen_ && record.sender > 0;
  }
  if (registers->in_system_call)
    record.during = describe_wait(tid, registers->system_call, registers->system_call_argument);
  if (is_fault(signal.number(), *information, *registers) && !was_forged(record))
    describe_fault(tid, *registers, record);
  if (wish_.backtrace && ends_process(signal))
    keep_stack(tid, *registers, std::string(signal.name()));
  if (auto& open = handling_[tid];
      record.disposition == Disposition::caught && open.size() < most_nested_handlers)
    open.push_back(recorded_);
  ++recorded_;
  keep(signals_, std::move(record));
}

// The place of the signal that was recorded as number \p serial: of too many, those in the middle
// are gone.
std::optional<std::size_t> Tracer::place_of(std::uint64_t serial) const {
  auto const gone = recorded_ - signals_.size();
  if (serial < most_records / 2 || gone == 0)
    return serial;
  return serial >= gone + most_records / 2 ? std::optional(serial - gone) : std::nullopt;
}

// Handlers nest: the one that returns is the one that was called last.
void Tracer::note_return(int tid) {
  auto& open = handling_[tid];
  if (open.empty())
    return;
  if (auto const place = place_of(open.back()))
    signals_[*place].returned = true;
  open.pop_back();
}

// A handler that returns leaves a thread as if at an instruction, so a signal that the program
// queued to itself can look like a fault. It is none while a call is left that no delivery answers.
bool Tracer::was_forged(SignalRecord const& record) const {
  auto const queued = std::ranges::count_if(calls_.kill_calls(), [&](KillCall const& call) {
    return writes_siginfo(call) && call.target == record.target &&
           call.signal == record.signal.number();
  });
  auto const answered = std::ranges::count_if(signals_, [&](SignalRecord const& earlier) {
    return !earlier.fault && earlier.target == record.target && earlier.signal == record.signal;
  });
  return queued > answered;
}

// The last one of each process is the one that tells; a handler may have taken those before.
void Tracer::keep_stack(int tid, ptrace::Registers const& registers, std::string reason) {
  auto snapshot = take_snapshot(tid, registers, std::move(reason));
  snapshot.process = tree_->inner(tasks_[tid]);
  snapshot.thread = tree_->inner_thread(tid);
  if (!halting_)
    std::erase_if(
        stacks_, [&](StackSnapshot const& earlier) { return earlier.process == snapshot.process; });
  if (stacks_.size() < most_stacks)
    stacks_.push_back(std::move(snapshot));
}

void Tracer::halt() {
  halting_ = true;
  for (auto const& [tid, group] : tasks_)
    ptrace::interrupt(tid);
}

bool Tracer::all_halted() const {
  return halted_.size() >= tasks_.size();
}

void Tracer::complete(std::vector<ThreadRecord>& records) {
  std::map<std::pair<int, int>, int> halted; // process and thread as they see themselves -> thread
  for (int const tid : halted_)
    if (auto const task = tasks_.find(tid); task != tasks_.end())
      halted[{tree_->inner(task->second), tree_->inner_thread(tid)}] = tid;
  for (auto& record : records) {
    auto const found = halted.find({record.process, record.thread});
    auto const registers = found != halted.end() ? ptrace::registers(found->second) : std::nullopt;
    if (!registers)
      continue;
    record.instruction_pointer = registers->instruction_pointer;
    record.place = maps::place(found->second, registers->instruction_pointer);
    if (wish_.backtrace)
      keep_stack(found->second, *registers, "time limit");
  }
}

} // namespace whodunit
