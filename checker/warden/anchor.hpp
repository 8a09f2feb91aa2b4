// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The init of the PID namespace in which contained runs live, and the holder of their view of the
/// machine (mounts, IPC, network). It is kept over many runs, so that a run pays for joining only;
/// a run that leaves something behind takes it along, and a new one is made.

#include "os/fd.hpp"
#include "os/ipc_window.hpp"
#include "os/mounts.hpp"

#include <filesystem>

namespace whodunit {

/// Owner of that process.
class Anchor {
public:
  /// Makes the namespaces and waits until the view stands. Children of the calling process are born
  /// into them from then on. \p core_folder is one in which the kernel's core_pattern wants to
  /// write, empty if it names none.
  static Result<Anchor> start(std::filesystem::path const& core_folder);

  Anchor(Anchor const&) = delete;            ///< there is one owner
  Anchor& operator=(Anchor const&) = delete; ///< there is one owner
  /// \p other owns no process afterwards.
  Anchor(Anchor&& other) noexcept
      : pid_(std::exchange(other.pid_, 0)),
        pidfd_(std::move(other.pidfd_)),
        core_folder_(std::move(other.core_folder_)),
        ipc_(std::move(other.ipc_)) {}
  /// Exchanges: what this one owned ends with \p other.
  Anchor& operator=(Anchor&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(pidfd_, other.pidfd_);
    std::swap(core_folder_, other.core_folder_);
    std::swap(ipc_, other.ipc_);
    return *this;
  }
  /// Ends it, and with it every process of the namespace that is not traced; does not wait for
  /// traced ones.
  ~Anchor();

  int pid() const { return pid_; } ///< in our own namespace; 0: none, or forgotten
  /// Joins its namespaces and makes the scratch of one run. For the calling child, before execve.
  Result<void> enter(Scratch scratch) const;
  /// Whether a run has left nothing in its namespaces once the first process was reaped: neither a
  /// process nor anything of IPC. False where the kernel keeps no list of children: then nobody can
  /// know.
  bool holds_nothing() const;
  /// Sends SIGKILL, at which the kernel kills the whole namespace (pid_namespaces(7)). The caller
  /// reaps.
  void kill() const;
  /// To be called once wait4(2) has reported its end.
  void forget();

private:
  Anchor(int pid, UniqueFd pidfd, std::filesystem::path core_folder)
      : pid_(pid), pidfd_(std::move(pidfd)), core_folder_(std::move(core_folder)) {}

  int pid_ = 0;
  UniqueFd pidfd_;
  std::filesystem::path core_folder_;
  IpcWindow ipc_;
};

} // namespace whodunit
