// SPDX-License-Identifier: MIT
#include "warden/core_catch.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <elf.h>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace fs = std::filesystem;
namespace {

/// A core file; what a run leaves beside it may be anything.
struct Core {
  UniqueFd file;
  timespec written{};
  off_t size = 0;
};

bool is_core(UniqueFd const& file) {
  std::array<unsigned char, EI_NIDENT + sizeof(Elf64_Half)> head{};
  Elf64_Half type = ET_NONE;
  if (::pread(file.get(), head.data(), head.size(), 0) != static_cast<ssize_t>(head.size()))
    return false;
  std::memcpy(&type, head.data() + EI_NIDENT, sizeof type);
  return std::memcmp(head.data(), ELFMAG, SELFMAG) == 0 && type == ET_CORE;
}

std::optional<Core> core_at(fs::path const& path, dev_t device) {
  auto file = open_file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  struct stat found {};
  if (!file || ::fstat(file->get(), &found) != 0 || !S_ISREG(found.st_mode) ||
      found.st_dev != device || found.st_size > static_cast<off_t>(largest_core.count) ||
      !is_core(*file))
    return std::nullopt;
  return Core{std::move(*file), found.st_mtim, found.st_size};
}

bool later(timespec const& one, timespec const& other) {
  return one.tv_sec != other.tv_sec ? one.tv_sec > other.tv_sec : one.tv_nsec > other.tv_nsec;
}

bool on_device(fs::path const& path, dev_t device) {
  struct stat found {};
  return ::lstat(path.c_str(), &found) == 0 && found.st_dev == device;
}

void look_through(UniqueFd const& folder, std::optional<Core>& last) {
  struct stat own {};
  if (::fstat(folder.get(), &own) != 0)
    return;
  std::error_code failed;
  fs::recursive_directory_iterator entry("/proc/self/fd/" + std::to_string(folder.get()),
                                         fs::directory_options::skip_permission_denied, failed);
  for (fs::recursive_directory_iterator const end; !failed && entry != end;
       entry.increment(failed)) {
    if (!on_device(entry->path(), own.st_dev)) // the case's own folder, if that is below
      entry.disable_recursion_pending();
    else if (auto core = core_at(entry->path(), own.st_dev);
             core && (!last || later(core->written, last->written)))
      last = std::move(core);
  }
}

Result<void> copy(Core const& core, UniqueFd const& target, fs::path const& name) {
  std::array<char, 65536> block; // NOLINT(cppcoreguidelines-pro-type-member-init): pread fills it
  for (off_t at = 0; at < core.size;) {
    auto const read = ::pread(core.file.get(), block.data(), block.size(), at);
    if (read <= 0 ||
        ::pwrite(target.get(), block.data(), static_cast<std::size_t>(read), at) != read)
      return last_error("write the core to", name);
    at += read;
  }
  return {};
}

} // namespace

CoreCatch CoreCatch::watch(int pid, fs::path const& core_folder) {
  CoreCatch caught;
  auto const process = fs::path("/proc") / std::to_string(pid);
  std::vector<fs::path> places{process / "cwd"};
  if (!core_folder.empty())
    places.push_back(process / "root" / core_folder.relative_path());
  for (auto const& place : places)
    if (auto folder = open_file(place, O_RDONLY | O_DIRECTORY))
      caught.folders_.push_back(std::move(*folder));
  return caught;
}

Result<void> CoreCatch::hand_over(fs::path const& file) const {
  std::optional<Core> last;
  for (auto const& folder : folders_)
    look_through(folder, last);
  if (!last)
    return {};
  auto target = open_file(file, O_WRONLY | O_NOFOLLOW);
  if (!target)
    return target.error();
  return copy(*last, *target, file);
}

} // namespace whodunit
