// SPDX-License-Identifier: MIT
#include "os/ipc_window.hpp"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace whodunit {
namespace {

constexpr std::array places{"/proc/sysvipc/shm", "/proc/sysvipc/msg", "/proc/sysvipc/sem",
                            "/dev/mqueue"};

// A heading, and then a line for each thing.
bool is_empty_list(int fd) {
  std::array<char, 4096> text{};
  auto const bytes = ::pread(fd, text.data(), text.size(), 0);
  return bytes < 0 || std::count(text.begin(), text.begin() + bytes, '\n') <= 1;
}

// The file system counts two entries for an empty folder.
bool is_empty_folder(int fd) {
  constexpr off_t entry = 20;
  struct stat folder {};
  return ::fstat(fd, &folder) != 0 || folder.st_size <= 2 * entry;
}

} // namespace

IpcWindow::Panes IpcWindow::open() {
  Panes panes{};
  std::ranges::transform(places, panes.begin(),
                         [](char const* place) { return ::open(place, O_RDONLY | O_CLOEXEC); });
  return panes;
}

IpcWindow IpcWindow::take(int pidfd, Panes const& panes) {
  auto const taken = [&](int number) {
    return UniqueFd(number < 0 ? -1
                               : static_cast<int>(::syscall(SYS_pidfd_getfd, pidfd, number, 0)));
  };
  IpcWindow window;
  std::transform(panes.begin(), panes.end() - 1, window.lists_.begin(), taken);
  window.queues_ = taken(panes.back());
  return window;
}

bool IpcWindow::shows_nothing() const {
  return std::ranges::all_of(
             lists_,
             [](UniqueFd const& list) { return !list.is_open() || is_empty_list(list.get()); }) &&
         (!queues_.is_open() || is_empty_folder(queues_.get()));
}

} // namespace whodunit
