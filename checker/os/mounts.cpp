// SPDX-License-Identifier: MIT
#include "os/mounts.hpp"

#include "os/fd.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <iterator>
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

std::string tmpfs_options(Bytes size, std::size_t inodes) {
  return "mode=1777,nr_inodes=" + std::to_string(inodes) + ",size=" + std::to_string(size.count);
}

/// What of a folder is to be seen in the one that covers it.
struct Kept {
  fs::path target;
  bool is_folder = true;
  UniqueFd file = {};
};

// Root without capabilities is a stranger in another user's home: the first such folder on the way.
fs::path closed_folder(fs::path const& program) {
  fs::path folder;
  for (auto const& part : program.parent_path()) {
    folder /= part;
    struct stat found {};
    bool const closed = ::stat(folder.c_str(), &found) == 0 && found.st_uid != ::geteuid() &&
                        (found.st_mode & S_IXOTH) == 0;
    if (closed)
      return folder;
  }
  return {};
}

// What hides the program from the run and is to be covered; empty: nothing does.
fs::path hiding(fs::path const& program) {
  if (is_below(program, "/tmp"))
    return "/tmp";
  return ::geteuid() == 0 ? closed_folder(program) : fs::path();
}

std::vector<Kept> open_kept(fs::path const& program, fs::path const& covered) {
  std::vector<Kept> kept;
  if (program.parent_path() != covered) {
    kept.push_back({program.parent_path()});
  } else {
    kept.push_back({program, false});
    kept.push_back({program.native() + ".d"});
  }
  for (auto& one : kept)
    if (auto opened = open_file(one.target, O_PATH))
      one.file = std::move(*opened); // one that is not there is execve's to complain of
  std::erase_if(kept, [](Kept const& one) { return !one.file.is_open(); });
  return kept;
}

// What is kept takes none of the inodes that the run may have.
std::size_t inodes_of(std::vector<Kept> const& kept) {
  std::size_t inodes = 0;
  for (auto const& one : kept) {
    auto const path = one.target.lexically_relative("/tmp");
    inodes += static_cast<std::size_t>(std::distance(path.begin(), path.end()));
  }
  return inodes;
}

Result<void> cover_by_scratch(Scratch const& scratch, std::size_t inodes) {
  auto const options = tmpfs_options(scratch.size, inodes);
  if (auto done = mounted("tmpfs", "/tmp", "tmpfs", plain, options.c_str()); !done)
    return done;
  std::vector<fs::path> others{"/dev/shm"};
  std::error_code ignored;
  if (!scratch.core_folder.empty() && scratch.core_folder != "/tmp" &&
      fs::is_directory(scratch.core_folder, ignored))
    others.push_back(scratch.core_folder);
  auto const usual = tmpfs_options(scratch.other_size, static_cast<std::size_t>(Scratch{}.inodes));
  for (auto const& other : others)
    if (auto done = mounted("tmpfs", other, "tmpfs", plain, usual.c_str()); !done)
      return done;
  return {};
}

Result<void> bring_back(std::vector<Kept> const& kept, fs::path const& covered) {
  bool const own_cover = !kept.empty() && covered != "/tmp";
  if (own_cover)
    if (auto done = mounted("tmpfs", covered, "tmpfs", plain, "mode=0755,size=64k"); !done)
      return done;
  for (auto const& one : kept)
    if (auto done = bind_kept(one.file, one.target, one.is_folder); !done)
      return done;
  return own_cover ? seal(covered) : Result<void>();
}

Result<void> open_up(fs::path const& folder) {
  if (auto done = mounted(folder.c_str(), folder, nullptr, MS_BIND, nullptr); !done)
    return done;
  mount_attr attributes{};
  attributes.attr_clr = MOUNT_ATTR_RDONLY;
  if (::syscall(SYS_mount_setattr, AT_FDCWD, folder.c_str(), 0, &attributes, sizeof attributes) !=
      0)
    return last_error("make writable", folder);
  return {};
}

} // namespace

Result<void> enter_scratch(Scratch const& scratch) {
  auto const covered = hiding(scratch.keep);
  auto const kept = covered.empty() ? std::vector<Kept>() : open_kept(scratch.keep, covered);
  auto const extra = covered == "/tmp" ? inodes_of(kept) : 0;
  if (auto done = cover_by_scratch(scratch, static_cast<std::size_t>(scratch.inodes) + extra);
      !done)
    return done;
  if (auto done = bring_back(kept, covered); !done)
    return done;
  if (!scratch.writable.empty())
    if (auto done = open_up(scratch.writable); !done)
      return done;
  if (::chdir("/tmp") != 0)
    return last_error("change to", "/tmp");
  return {};
}

} // namespace whodunit
