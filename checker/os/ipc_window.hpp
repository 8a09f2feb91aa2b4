// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Sees from outside whether an IPC namespace holds anything: System V segments, queues and
/// semaphores, and POSIX queues, which all outlive the processes that made them. (To make a
/// namespace for each run would cost more than a whole run does.)

#include "os/fd.hpp"

#include <array>

namespace whodunit {

/// Descriptors that show one namespace. They keep it alive, so let go of them to be rid of it.
class IpcWindow {
public:
  /// By their numbers in the process that opened them; -1: the kernel knows no such thing.
  using Panes = std::array<int, 4>;

  /// Opens them in the calling process, for its own namespace, and leaves them open.
  static Panes open();
  /// Takes those that the process behind \p pidfd has opened (pidfd_getfd(2)).
  static IpcWindow take(int pidfd, Panes const& panes);

  /// Whether there is nothing. True too where nothing could be opened: then there is no such IPC.
  bool shows_nothing() const;

private:
  std::array<UniqueFd, 3> lists_; ///< of System V, in /proc/sysvipc
  UniqueFd queues_;               ///< the folder of POSIX queues
};

} // namespace whodunit
