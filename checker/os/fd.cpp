// SPDX-License-Identifier: MIT
#include "os/fd.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace whodunit {
namespace {

timespec to_timespec(std::chrono::nanoseconds span) {
  auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(span);
  return {seconds.count(), (span - seconds).count()};
}

Result<UniqueFd> owned(int fd, char const* attempted) {
  if (fd < 0)
    return last_error(attempted, "");
  return UniqueFd(fd);
}

} // namespace

UniqueFd::~UniqueFd() {
  if (fd_ >= 0)
    ::close(fd_);
}

Result<UniqueFd> open_file(std::filesystem::path const& path, int flags, unsigned mode) {
  int const fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  if (fd < 0)
    return last_error("open", path);
  return UniqueFd(fd);
}

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    return last_error("make a pipe", "");
  Pipe pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
  ::fcntl(pipe.reader.get(), F_SETFL, O_NONBLOCK);
  return pipe;
}

Result<UniqueFd> open_pidfd(int pid) {
  return owned(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)), "open a pidfd");
}

Result<UniqueFd> open_signal_fd() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  return owned(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK), "make a signalfd");
}

void drain_signal_fd(UniqueFd const& fd) {
  std::array<signalfd_siginfo, 16> queued{};
  while (::read(fd.get(), queued.data(), sizeof queued) > 0) {
  }
}

Result<UniqueFd> open_timer() {
  return owned(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK), "make a timer");
}

void arm(UniqueFd const& timer, std::chrono::nanoseconds first, std::chrono::nanoseconds period) {
  itimerspec const when{to_timespec(period), to_timespec(first)};
  ::timerfd_settime(timer.get(), 0, &when, nullptr);
}

bool drain_timer(UniqueFd const& timer) {
  std::uint64_t expirations = 0;
  return ::read(timer.get(), &expirations, sizeof expirations) > 0;
}

Result<void> write_file(std::filesystem::path const& path, std::string_view text) {
  auto file = open_file(path, O_WRONLY);
  if (!file)
    return file.error();
  if (::write(file->get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
    return last_error("write", path);
  return {};
}

Result<std::string> read_file(std::filesystem::path const& path, std::size_t cap) {
  auto file = open_file(path, O_RDONLY | O_NONBLOCK);
  if (!file)
    return file.error();
  std::string text;
  std::array<char, 4096> chunk{};
  while (text.size() < cap) {
    auto const bytes = ::read(file->get(), chunk.data(), std::min(chunk.size(), cap - text.size()));
    if (bytes < 0 && errno == EINTR)
      continue;
    if (bytes < 0)
      return last_error("read", path);
    if (bytes == 0)
      break;
    text.append(chunk.data(), static_cast<std::size_t>(bytes));
  }
  return text;
}

} // namespace whodunit
