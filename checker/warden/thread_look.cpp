// SPDX-License-Identifier: MIT
#include "warden/thread_look.hpp"

#include "os/fd.hpp"
#include "os/ptrace.hpp"
#include "os/system_call.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <linux/futex.h>
#include <sstream>
#include <sys/syscall.h>

namespace whodunit {
namespace {

struct BlockedIn {
  long nr = -1;
  std::array<std::uint64_t, 6> arguments{};
};

// /proc/PID/task/TID/syscall: the number, and in hexadecimal the arguments; `running` if it runs.
BlockedIn blocked_in(int pid, int tid) {
  auto const text =
      value_or(read_file(fmt::format("/proc/{}/task/{}/syscall", pid, tid)), std::string{});
  BlockedIn blocked;
  std::istringstream columns(text);
  if (!(columns >> blocked.nr) || blocked.nr < 0)
    return {};
  for (auto& argument : blocked.arguments)
    columns >> std::hex >> argument;
  return blocked;
}

// How glibc's pthread_mutex_t begins (nptl/sysdeps/pthread/bits/struct_mutex.h).
struct MutexHead {
  int lock;
  unsigned count;
  int owner;
};
constexpr int contended = 2; // the value of `lock` while somebody waits
constexpr int futex_command_mask = FUTEX_CMD_MASK;

struct Look {
  ThreadRecord record;
  int tid = 0; // as we see it
  BlockedIn blocked;
  MutexHead head{};
  bool head_known = false;
};

bool is_endless_wait(BlockedIn const& blocked) {
  int const command = static_cast<int>(blocked.arguments[1]) & futex_command_mask;
  bool const own_memory = (blocked.arguments[1] & FUTEX_PRIVATE_FLAG) != 0;
  bool const waits = command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET;
  return own_memory && (waits || command == FUTEX_LOCK_PI) && blocked.arguments[3] == 0;
}

// With no descriptor to wait for, these calls are a way to sleep.
bool waits_for_nothing(BlockedIn const& blocked) {
  switch (blocked.nr) {
#if defined(SYS_select)
  case SYS_select:
#endif
  case SYS_pselect6:
    return blocked.arguments[0] == 0;
#if defined(SYS_poll)
  case SYS_poll:
#endif
  case SYS_ppoll:
    return blocked.arguments[1] == 0;
  default:
    return false;
  }
}

Look look_at(ProcessTree& tree, OpenPipes& pipes, int pid, int tid) {
  Look look;
  auto const stat = proc::stat(tid);
  look.tid = tid;
  look.record.process = tree.inner(pid);
  look.record.thread = tid == pid ? look.record.process : tree.inner_thread(tid);
  look.record.name = proc::name(tid);
  look.record.state =
      stat ? life_state_from_letter(stat->state).value_or(LifeState::running) : LifeState::running;
  look.blocked = blocked_in(pid, tid);
  if (look.blocked.nr < 0)
    return look;
  look.record.doing = describe_wait(pid, look.blocked.nr, look.blocked.arguments[0]);
  if (waits_for_nothing(look.blocked))
    look.record.doing += " on nothing";
  look.record.own_pipe =
      look.blocked.nr == SYS_read && pipes.is_own(pid, static_cast<int>(look.blocked.arguments[0]));
  if (look.blocked.nr != SYS_futex)
    return look;
  look.record.futex = look.blocked.arguments[0];
  look.record.endless = is_endless_wait(look.blocked);
  look.head_known = ptrace::read_memory(tid, look.record.futex,
                                        {reinterpret_cast<unsigned char*>(&look.head),
                                         sizeof look.head}) == sizeof look.head;
  return look;
}

// The word that it sleeps on is either a mutex that says who holds it, or the id of a thread whose
// end the kernel will note there (clone(2), CLONE_CHILD_CLEARTID).
void find_holder(Look& look, std::vector<Look> const& all) {
  auto const is_thread = [&](int id) {
    return std::ranges::any_of(all, [id](Look const& one) { return one.record.thread == id; });
  };
  if (!look.head_known)
    return;
  int const expected = static_cast<int>(look.blocked.arguments[2]);
  int const command = static_cast<int>(look.blocked.arguments[1]) & futex_command_mask;
  int const locker = look.head.lock & static_cast<int>(FUTEX_TID_MASK);
  bool const plain = command == FUTEX_WAIT && expected == contended && look.head.lock == contended;
  if (plain && is_thread(look.head.owner)) {
    look.record.wait = ThreadWait::lock;
    look.record.waits_for = look.head.owner;
  } else if (command == FUTEX_LOCK_PI && is_thread(locker)) {
    look.record.wait = ThreadWait::lock;
    look.record.waits_for = locker;
  } else if (command == FUTEX_WAIT_BITSET && expected == look.head.lock && is_thread(expected) &&
             expected != look.record.thread) {
    look.record.wait = ThreadWait::thread_end;
    look.record.waits_for = expected;
  }
}

} // namespace

std::vector<ThreadSight> look_at_threads(ProcessTree& tree, OpenPipes& pipes, int pid) {
  std::vector<Look> looks;
  looks.reserve(most_threads);
  auto tids = proc::all_numbers(fmt::format("/proc/{}/task", pid));
  std::ranges::sort(tids);
  tids.resize(std::min(tids.size(), most_threads));
  for (int const tid : tids)
    looks.push_back(look_at(tree, pipes, pid, tid));
  std::vector<ThreadSight> sights;
  for (auto& look : looks) {
    find_holder(look, looks);
    sights.push_back(
        {std::move(look.record), look.tid, proc::context_switches(look.tid).voluntary});
  }
  return sights;
}

void confirm(ThreadSight& sight) {
  if (proc::context_switches(sight.tid).voluntary == sight.switches)
    return;
  sight.record.endless = false;
  sight.record.own_pipe = false;
  sight.record.wait = ThreadWait::none;
  sight.record.waits_for = 0;
}

} // namespace whodunit
