// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What was seen of a thread and its memory at a decisive moment: a fault, or the end of the time
/// that a run was given.

#include "fate/ending.hpp"
#include "fate/units.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// A piece of an address space (proc_pid_maps(5)).
struct Mapping {
  std::uint64_t begin = 0;        ///< its first address
  std::uint64_t end = 0;          ///< the first address behind it
  std::string permissions;        ///< `r-xp`
  std::uint64_t offset = 0;       ///< of \ref begin in the file
  std::string path;               ///< of the file, or `[stack]`; empty if it is anonymous
  std::optional<Bytes> file_size; ///< when it was looked at; none if there is no such file
};

/// So many threads of one process are looked at.
constexpr std::size_t most_threads = 256;

/// What a thread that waits for another of its process waits with.
enum class ThreadWait {
  none,       ///< for none, or nobody knows for whom
  lock,       ///< for a mutex that the other holds (pthread_mutex_lock(3))
  thread_end, ///< for the end of the other (pthread_join(3))
};

/// A thread that lived when the time was over.
struct ThreadRecord {
  int process = 0;  ///< pid of its process
  int thread = 0;   ///< its own id (gettid(2)); that of the process for the first
  std::string name; ///< its `comm`
  LifeState state = LifeState::running; ///< at that moment
  std::string doing;                    ///< the system call that it was blocked in; empty if it ran
  std::uint64_t futex = 0;              ///< address that it slept on in futex(2); 0 if it did not
  bool endless = false; ///< it slept in futex(2) without a time limit, on memory of its process
  /// It read from a pipe whose other end nobody has open but its own process.
  bool own_pipe = false;
  ThreadWait wait = ThreadWait::none; ///< why \ref waits_for is known
  int waits_for = 0; ///< the thread that it waits for, as the memory of glibc's lock or thread says
  std::uint64_t instruction_pointer = 0; ///< 0 where it was not stopped to be looked at
  std::string place; ///< the file mapped there and the offset in it: `/usr/bin/yes+0x2f10`
};

/// What it takes to tell a thread's calls afterwards: its registers, the address space, and the top
/// of its stack.
struct StackSnapshot {
  int process = 0;                       ///< pid
  int thread = 0;                        ///< its id
  std::string reason;                    ///< `SIGSEGV`, or `time limit`
  std::vector<std::uint64_t> registers;  ///< in the order of DWARF's numbers for this processor
  std::uint64_t instruction_pointer = 0; ///< where it stood
  std::string code;                      ///< the bytes there, at most 15
  std::string maps;                      ///< the text of /proc/PID/maps
  std::uint64_t stack_begin = 0;         ///< address of the first byte of \ref stack
  std::string stack;                     ///< memory from there upwards, at most 256 KiB
};

} // namespace whodunit
