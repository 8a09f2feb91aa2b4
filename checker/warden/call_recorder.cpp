// SPDX-License-Identifier: MIT
#include "warden/call_recorder.hpp"

#include "os/system_call.hpp"
#include "warden/stream.hpp"

#include <array>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace whodunit {
namespace {

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

template <class Value>
std::optional<Value> read_value(int tid, std::uint64_t address) {
  Value value{};
  auto const size =
      ptrace::read_memory(tid, address, {reinterpret_cast<unsigned char*>(&value), sizeof value});
  return size == sizeof value ? std::optional(value) : std::nullopt;
}

// The end of a block of memory, as much of it as last words can be.
std::string read_end(int tid, std::uint64_t address, std::uint64_t length) {
  auto const wanted = std::min<std::uint64_t>(length, last_words_size);
  std::string bytes(wanted, '\0');
  auto const got = ptrace::read_memory(
      tid, address + length - wanted,
      {reinterpret_cast<unsigned char*>(bytes.data()), static_cast<std::size_t>(wanted)});
  bytes.resize(got);
  return bytes;
}

// Where the hierarchy is mounted is left open: \p folder has to end with the group, or with one
// that the group lies in.
bool is_within(std::string_view group, std::string_view folder) {
  for (; group.size() > 1; group = group.substr(0, group.rfind('/')))
    if (folder.ends_with(group))
      return true;
  return false;
}

} // namespace

Filtered CallRecorder::note_filtered(int tid, int process) {
  auto const call = ptrace::system_call(tid);
  if (call && !call->native)
    legible_ = false; // its numbers mean other calls
  if (!call || !call->native || call->ended)
    return Filtered::recorded;
  switch (call->nr) {
  case SYS_rt_sigreturn:
    return Filtered::handler_return;
  case SYS_ptrace:
    if (is_attempt_to_trace(call->arguments[0]))
      disturbed_ = "\"" + proc::name(tid) +
                   "\" wants to trace, and one who is traced cannot be traced by another";
    break;
  case SYS_prctl:
    call->arguments[0] == PR_SET_SECCOMP ? note_strict_mode(tid) : note_armed(*call, tid, process);
    break;
  case SYS_seccomp:
    note_strict_mode(tid);
    break;
  case SYS_timer_create:
    note_armed(*call, tid, process);
    break;
  case SYS_writev:
    listen(*call, tid);
    break;
  case SYS_write:
  case SYS_pwrite64:
    call->arguments[0] == STDERR_FILENO ? listen(*call, tid) : note_group_kill(*call, tid, process);
    break;
  default:
    note_kill(*call, tid, process);
  }
  return Filtered::recorded;
}

void CallRecorder::note_strict_mode(int tid) {
  disturbed_ = "\"" + proc::name(tid) +
               "\" wants seccomp's strict mode, which is refused to one who has a filter";
}

void CallRecorder::note_kill(ptrace::SystemCall const& call, int tid, int process) {
  auto const* const known =
      std::ranges::find(kill_family, static_cast<long>(call.nr), &KillFamilyCall::nr);
  if (known == kill_family.end() || call.arguments[known->signal] == 0) // 0 asks, and sends nothing
    return;
  KillCall record{known->name, tree_->inner(process), 0, 0, clock_()};
  auto const target = static_cast<int>(call.arguments[known->target]);
  record.signal = static_cast<int>(call.arguments[known->signal]);
  record.target = call.nr == SYS_pidfd_send_signal ? proc::pid_behind(tid, target)
                                                   : tree_->translated(tid, target);
  legible_ = legible_ && (target <= 0 || record.target != 0);
  keep(kill_calls_, std::move(record));
}

void CallRecorder::note_armed(ptrace::SystemCall const& call, int tid, int process) {
  bool const timer = call.nr == SYS_timer_create;
  // timer_create(2): without a sigevent it is SIGALRM.
  auto const event =
      timer && call.arguments[1] != 0 ? read_value<sigevent>(tid, call.arguments[1]) : std::nullopt;
  int const from_timer = event ? event->sigev_signo : SIGALRM;
  int const signal = timer ? from_timer : static_cast<int>(call.arguments[1]);
  if (event && event->sigev_notify == SIGEV_NONE)
    return;
  keep(armed_, {timer ? "timer_create" : "prctl", tree_->inner(process), signal, clock_()});
}

// The kernel takes the number 1 and nothing else.
void CallRecorder::note_group_kill(ptrace::SystemCall const& call, int tid, int process) {
  constexpr std::string_view name = "/cgroup.kill";
  auto file = proc::file_behind(tid, call.arguments[0]);
  if (!file.ends_with(name))
    return;
  auto const text = read_end(tid, call.arguments[1], call.arguments[2]);
  if (text != "1" && text != "1\n")
    return;
  file.resize(file.size() - name.size());
  auto members = members_of(file);
  keep(group_kills_, {tree_->inner(process), std::move(file), std::move(members), clock_()});
}

std::vector<int> CallRecorder::members_of(std::string_view group) const {
  std::vector<int> members;
  for (int const pid : tree_->living())
    if (is_within(proc::cgroup(pid), group))
      members.push_back(tree_->inner(pid));
  return members;
}

void CallRecorder::listen(ptrace::SystemCall const& call, int tid) {
  if (call.nr != SYS_writev)
    return append_last(last_words_, read_end(tid, call.arguments[1], call.arguments[2]));
  auto const pieces = std::min<std::uint64_t>(call.arguments[2], 64);
  for (std::uint64_t i = 0; i < pieces; ++i)
    if (auto const piece = read_value<iovec>(tid, call.arguments[1] + i * sizeof(iovec)))
      append_last(last_words_,
                  read_end(tid, reinterpret_cast<std::uintptr_t>(piece->iov_base), piece->iov_len));
}

int CallRecorder::inner_thread(int tid, int process) {
  if (tid == process)
    return tree_->inner(process);
  auto [entry, fresh] = inner_.try_emplace(tid, tid);
  if (fresh)
    entry->second = tree_->inner_thread(tid);
  return entry->second;
}

void CallRecorder::forget(int tid) {
  open_.erase(tid);
  inner_.erase(tid);
}

void CallRecorder::note_stop(int tid, int process) {
  auto const call = ptrace::system_call(tid);
  if (!call)
    return;
  if (call->ended) {
    if (auto const open = open_.extract(tid); !open.empty() && open.mapped() >= dropped_)
      calls_[open.mapped() - dropped_].result = call->result;
    return;
  }
  auto const nr = static_cast<long>(call->nr);
  open_[tid] = dropped_ + calls_.size();
  calls_.push_back({tree_->inner(process), inner_thread(tid, process),
                    call->native ? describe_call(tid, nr, call->arguments)
                                 : "a call of another architecture, " + std::to_string(nr),
                    system_call_name(nr), std::nullopt, clock_()});
  if (calls_.size() <= kept_)
    return;
  calls_.pop_front();
  ++dropped_;
}

} // namespace whodunit
