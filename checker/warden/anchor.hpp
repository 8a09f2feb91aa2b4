// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The init of the PID namespace in which contained runs live, and the holder of their view of the
/// machine (mounts, IPC, network). It is kept over many runs, so that a run pays for joining only;
/// a run that leaves something behind takes it along, and a new one is made.

#include "fate/fate.hpp"
#include "os/fd.hpp"

#include <filesystem>

namespace whodunit {

/// Owner of that process.
class Anchor {
public:
  /// Makes the namespaces and waits until the view stands. Children of the calling process are born
  /// into them from then on.
  static Result<Anchor> start(std::filesystem::path const& core_folder);

  Anchor(Anchor const&) = delete;            ///< there is one owner
  Anchor& operator=(Anchor const&) = delete; ///< there is one owner
  /// \p other owns no process afterwards.
  Anchor(Anchor&& other) noexcept
      : pid_(std::exchange(other.pid_, 0)), pidfd_(std::move(other.pidfd_)) {}
  /// Exchanges: what this one owned ends with \p other.
  Anchor& operator=(Anchor&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(pidfd_, other.pidfd_);
    return *this;
  }
  /// Ends it, and with it every process of the namespace that is not traced; does not wait for
  /// traced ones.
  ~Anchor();

  int pid() const { return pid_; } ///< in our own namespace; 0: none, or forgotten
  /// Joins its namespaces and makes the scratch of one run. For the calling child, before execve.
  Result<void> enter(Bytes scratch, std::filesystem::path const& executable) const;
  /// Whether no process is left in its namespace once the first one of a run was reaped. False
  /// where the kernel keeps no list of children: then nobody can know.
  bool is_alone() const;
  /// Sends SIGKILL, at which the kernel kills the whole namespace (pid_namespaces(7)). The caller
  /// reaps.
  void kill() const;
  /// To be called once wait4(2) has reported its end.
  void forget();

private:
  Anchor(int pid, UniqueFd pidfd) : pid_(pid), pidfd_(std::move(pidfd)) {}

  int pid_ = 0;
  UniqueFd pidfd_;
};

} // namespace whodunit
