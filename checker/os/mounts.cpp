// SPDX-License-Identifier: MIT
#include "os/mounts.hpp"

#include "os/fd.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/mount.h>
#include <string_view>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace whodunit {
namespace fs = std::filesystem;
namespace {

constexpr unsigned long plain = MS_NOSUID | MS_NODEV;
// A file takes a kibibyte of the kernel's memory, which no size of a file system limits.
constexpr int scratch_files = 8192;

Result<void> mounted(char const* source, fs::path const& target, char const* type,
                     unsigned long flags, char const* options) {
  if (::mount(source, target.c_str(), type, flags, options) != 0)
    return last_error("mount on", target);
  return {};
}

Result<void> bind_onto(fs::path const& source, fs::path const& target) {
  return mounted(source.c_str(), target, nullptr, MS_BIND | MS_REC, nullptr);
}

Result<void> make_read_only(fs::path const& target) {
  mount_attr attributes{};
  attributes.attr_set = MOUNT_ATTR_RDONLY;
  attributes.propagation = MS_PRIVATE;
  if (::syscall(SYS_mount_setattr, AT_FDCWD, target.c_str(), AT_RECURSIVE, &attributes,
                sizeof attributes) != 0)
    return last_error("make read-only", target);
  return {};
}

Result<void> add_device(fs::path const& folder, std::string_view name) {
  auto const target = folder / name;
  if (auto made = open_file(target, O_WRONLY | O_CREAT, 0666); !made)
    return made.error();
  return bind_onto(fs::path("/dev") / name, target);
}

// Read-only, without what is mounted below.
Result<void> seal(fs::path const& target) {
  return mounted(nullptr, target, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY | plain, nullptr);
}

// Built beside the real one and moved over it: its nodes are bound from there.
Result<void> make_devices() {
  fs::path const staging = "/tmp";
  if (auto done = mounted("tmpfs", staging, "tmpfs", MS_NOSUID, "mode=0755,size=64k"); !done)
    return done;
  for (std::string_view const name : {"null", "zero", "full", "random", "urandom", "tty"})
    if (auto done = add_device(staging, name); !done)
      return done;
  for (char const* const folder : {"pts", "shm", "mqueue"})
    ::mkdir((staging / folder).c_str(), 0755);
  // A kernel without POSIX queues has no such file system.
  ::mount("mqueue", (staging / "mqueue").c_str(), "mqueue", plain | MS_NOEXEC, nullptr);
  if (auto done = mounted("devpts", staging / "pts", "devpts", MS_NOSUID | MS_NOEXEC,
                          "newinstance,ptmxmode=0666,mode=0620");
      !done)
    return done;
  constexpr std::array<std::pair<char const*, char const*>, 5> links{
      {{"pts/ptmx", "ptmx"},
       {"/proc/self/fd", "fd"},
       {"/proc/self/fd/0", "stdin"},
       {"/proc/self/fd/1", "stdout"},
       {"/proc/self/fd/2", "stderr"}}};
  for (auto const& [target, name] : links)
    if (::symlink(target, (staging / name).c_str()) != 0)
      return last_error("make the link", staging / name);
  if (auto done = seal(staging); !done) // its owner could else leave files there
    return done;
  return mounted(staging.c_str(), "/dev", nullptr, MS_MOVE, nullptr);
}

// Root without capabilities may still write to these: their owner is uid 0.
Result<void> make_proc() {
  if (::mount("proc", "/proc", "proc", plain | MS_NOEXEC, nullptr) != 0)
    return last_error("mount on", "/proc");
  for (fs::path const path :
       {"/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs"}) {
    if (::access(path.c_str(), F_OK) != 0)
      continue;
    if (auto done = bind_onto(path, path); !done)
      return done;
    if (auto done = make_read_only(path); !done)
      return done;
  }
  return {};
}

} // namespace

fs::path folder_of_core_pattern(std::string const& pattern) {
  return pattern.starts_with('/')
             ? fs::path(pattern.substr(0, pattern.find_first_of("%\n"))).parent_path()
             : fs::path();
}

Result<void> make_private_view() {
  if (auto done = make_read_only("/"); !done)
    return done;
  if (auto done = make_devices(); !done)
    return done;
  if (auto done = make_proc(); !done)
    return done;
  return mounted("tmpfs", "/run", "tmpfs", plain | MS_RDONLY, "mode=0755,size=4k");
}

Result<void> cover_core_folder(fs::path const& folder) {
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
    return last_error("make private", "/");
  auto const target = folder.empty() ? fs::path("/tmp") : folder;
  if (auto done = mounted("tmpfs", target, "tmpfs", plain, "mode=1777,size=1m"); !done)
    return done;
  if (::chdir(target.c_str()) != 0)
    return last_error("change to", target);
  return {};
}

namespace {

// A clone below /tmp is normal (tests, a quick look): its folder, or a file that lies in /tmp
// itself, is bound into the fresh /tmp.
Result<void> bind_kept(UniqueFd const& kept, fs::path const& target, bool is_folder) {
  std::error_code failed;
  fs::create_directories(is_folder ? target : target.parent_path(), failed);
  if (failed)
    return Error("make the folder", target, failed);
  if (!is_folder)
    if (auto made = open_file(target, O_WRONLY | O_CREAT, 0600); !made)
      return made.error();
  if (auto done = bind_onto("/proc/self/fd/" + std::to_string(kept.get()), target); !done)
    return done;
  return make_read_only(target);
}

bool is_below(fs::path const& path, fs::path const& folder) {
  auto const relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

} // namespace

Result<void> enter_scratch(Bytes size, fs::path const& core_folder, fs::path const& keep) {
  bool const hidden = is_below(keep, "/tmp");
  bool const by_folder = hidden && keep.parent_path() != "/tmp";
  auto const target = by_folder ? keep.parent_path() : keep;
  UniqueFd kept;
  if (hidden)
    if (auto opened = open_file(target, O_PATH))
      kept = std::move(*opened); // one that is not there is execve's to complain of
  auto const options = "mode=1777,nr_inodes=" + std::to_string(scratch_files) +
                       ",size=" + std::to_string(size.count);
  std::vector<fs::path> scratches{"/tmp", "/dev/shm"};
  std::error_code ignored;
  if (!core_folder.empty() && core_folder != "/tmp" && fs::is_directory(core_folder, ignored))
    scratches.push_back(core_folder);
  for (auto const& scratch : scratches)
    if (auto done = mounted("tmpfs", scratch, "tmpfs", plain, options.c_str()); !done)
      return done;
  if (kept.is_open())
    if (auto done = bind_kept(kept, target, by_folder); !done)
      return done;
  if (::chdir("/tmp") != 0)
    return last_error("change to", "/tmp");
  return {};
}

} // namespace whodunit
