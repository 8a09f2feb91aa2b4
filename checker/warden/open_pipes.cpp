// SPDX-License-Identifier: MIT
#include "warden/open_pipes.hpp"

#include "os/fd.hpp"
#include "os/proc.hpp"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace whodunit {
namespace {

std::string target_of(int pid, int descriptor) {
  std::error_code gone;
  return std::filesystem::read_symlink(fmt::format("/proc/{}/fd/{}", pid, descriptor), gone);
}

// proc_pid_fdinfo(5): the flags are octal.
bool can_write(int pid, int descriptor) {
  auto const text =
      value_or(read_file(fmt::format("/proc/{}/fdinfo/{}", pid, descriptor)), std::string{});
  auto const place = text.find("flags:");
  auto const flags =
      place == std::string::npos ? 0 : std::strtoul(text.c_str() + place + 6, nullptr, 8);
  return (flags & O_ACCMODE) != O_RDONLY;
}

} // namespace

void OpenPipes::read() {
  read_ = true;
  auto const patience = std::chrono::steady_clock::now() + std::chrono::milliseconds(250);
  for (int const pid : proc::all_numbers("/proc")) {
    if (std::chrono::steady_clock::now() > patience) {
      complete_ = false;
      return;
    }
    auto const folder = fmt::format("/proc/{}/fd", pid);
    if (::access(folder.c_str(), R_OK | X_OK) != 0 && errno != ENOENT)
      complete_ = false;
    for (int const descriptor : proc::all_numbers(folder))
      if (auto const target = target_of(pid, descriptor);
          target.starts_with("pipe:") && can_write(pid, descriptor))
        writers_[target].insert(pid);
  }
}

bool OpenPipes::is_own(int pid, int descriptor) {
  auto const pipe = target_of(pid, descriptor);
  if (!pipe.starts_with("pipe:"))
    return false;
  if (!read_)
    read();
  return complete_ && writers_[pipe] == std::set{pid};
}

} // namespace whodunit
