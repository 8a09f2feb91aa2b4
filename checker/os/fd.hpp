// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Owners of descriptors, and the few ways in which we read and write through them. Every
/// descriptor is close-on-exec.

#include "fault/error.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace whodunit {

/// The one owner of a descriptor; closes it.
class UniqueFd {
public:
  UniqueFd() = default;
  explicit UniqueFd(int fd) : fd_(fd) {}         ///< takes it over; -1: none
  UniqueFd(UniqueFd const&) = delete;            ///< there is one owner
  UniqueFd& operator=(UniqueFd const&) = delete; ///< there is one owner
  /// \p other has none afterwards.
  UniqueFd(UniqueFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  /// Exchanges: what this one had is closed with \p other.
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~UniqueFd();

  bool is_open() const { return fd_ >= 0; }        ///< there is one to close
  int get() const { return fd_; }                  ///< -1 if none
  int release() { return std::exchange(fd_, -1); } ///< the caller closes it from now on
  void close() { *this = UniqueFd(); }             ///< close(2) at once, if there is one

private:
  int fd_ = -1;
};

/// open(2) with O_CLOEXEC.
Result<UniqueFd> open_file(std::filesystem::path const& path, int flags, unsigned mode = 0);

/// The two ends of a pipe(7).
struct Pipe {
  UniqueFd reader; ///< does not block
  UniqueFd writer; ///< blocks while the pipe is full
};

/// pipe2(2), close-on-exec; the reader does not block.
Result<Pipe> make_pipe();

/// A pidfd of a process that is our child or exists for sure (pidfd_open(2)).
Result<UniqueFd> open_pidfd(int pid);

/// A descriptor that becomes readable when one of our children changes state: SIGCHLD is blocked
/// and read from it (signalfd(2)).
Result<UniqueFd> open_signal_fd();
/// Takes what is queued in a signalfd.
void drain_signal_fd(UniqueFd const& fd);

/// timerfd_create(2), CLOCK_MONOTONIC, not yet armed.
Result<UniqueFd> open_timer();
/// Fires once after \p first, and then every \p period if that is not zero. Zero \p first disarms.
void arm(UniqueFd const& timer, std::chrono::nanoseconds first,
         std::chrono::nanoseconds period = {});
/// Takes the expirations. \return whether there was one.
bool drain_timer(UniqueFd const& timer);

/// Writes \p text to a file that exists (a cgroup's, one of /proc) in one write(2).
Result<void> write_file(std::filesystem::path const& path, std::string_view text);
/// The whole of a small file, as one of /proc; at most \p cap bytes of it.
Result<std::string> read_file(std::filesystem::path const& path, std::size_t cap = 1U << 20U);

} // namespace whodunit
