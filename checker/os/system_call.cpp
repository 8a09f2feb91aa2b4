// SPDX-License-Identifier: MIT
#include "os/system_call.hpp"

#include "fate/signal.hpp"
#include "fault/complaint.hpp"
#include "os/ptrace.hpp"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <seccomp.h>
#include <span>
#include <string_view>

namespace whodunit {
namespace {

/// How the arguments of a call are shown, one letter each: `d` a number, `x` a bit pattern, `f` a
/// descriptor, `a` a descriptor of a folder, `p` a path or other string, `b` bytes whose number is
/// the next argument, `s` a signal, `o` flags of open(2).
struct Signature {
  std::string_view name;
  std::string_view shape;
};
constexpr std::array signatures{
    Signature{"accept", "fx"},
    Signature{"accept4", "fxxx"},
    Signature{"access", "px"},
    Signature{"bind", "fxd"},
    Signature{"brk", "x"},
    Signature{"chdir", "p"},
    Signature{"chmod", "px"},
    Signature{"close", "f"},
    Signature{"connect", "fxd"},
    Signature{"creat", "px"},
    Signature{"dup", "f"},
    Signature{"dup2", "fd"},
    Signature{"dup3", "fdx"},
    Signature{"epoll_wait", "fxdd"},
    Signature{"execve", "pxx"},
    Signature{"exit", "d"},
    Signature{"exit_group", "d"},
    Signature{"faccessat", "apx"},
    Signature{"fallocate", "fddd"},
    Signature{"fcntl", "fdx"},
    Signature{"flock", "fd"},
    Signature{"fstat", "fx"},
    Signature{"fsync", "f"},
    Signature{"ftruncate", "fd"},
    Signature{"futex", "xddxxd"},
    Signature{"getcwd", "xd"},
    Signature{"ioctl", "fxx"},
    Signature{"kill", "ds"},
    Signature{"link", "pp"},
    Signature{"listen", "fd"},
    Signature{"lseek", "fdd"},
    Signature{"lstat", "px"},
    Signature{"mkdir", "px"},
    Signature{"mkdirat", "apx"},
    Signature{"mmap", "xdxxdd"},
    Signature{"mprotect", "xdx"},
    Signature{"munmap", "xd"},
    Signature{"newfstatat", "apxx"},
    Signature{"open", "po"},
    Signature{"openat", "apo"},
    Signature{"pipe", "x"},
    Signature{"pipe2", "xx"},
    Signature{"poll", "xdd"},
    Signature{"pread64", "fxdd"},
    Signature{"prlimit64", "ddxx"},
    Signature{"pwrite64", "fbdd"},
    Signature{"read", "fxd"},
    Signature{"readlink", "pxd"},
    Signature{"readlinkat", "apxd"},
    Signature{"readv", "fxd"},
    Signature{"recvfrom", "fxdxxx"},
    Signature{"recvmsg", "fxx"},
    Signature{"rename", "pp"},
    Signature{"rmdir", "p"},
    Signature{"rt_sigaction", "sxxd"},
    Signature{"rt_sigqueueinfo", "dsx"},
    Signature{"sendmsg", "fxx"},
    Signature{"sendto", "fbdxxd"},
    Signature{"setrlimit", "dx"},
    Signature{"setsockopt", "fddxd"},
    Signature{"socket", "ddd"},
    Signature{"stat", "px"},
    Signature{"statfs", "px"},
    Signature{"statx", "apxxx"},
    Signature{"symlink", "pp"},
    Signature{"tgkill", "dds"},
    Signature{"tkill", "ds"},
    Signature{"truncate", "pd"},
    Signature{"unlink", "p"},
    Signature{"unlinkat", "apx"},
    Signature{"wait4", "dxxx"},
    Signature{"waitid", "ddxxx"},
    Signature{"write", "fbd"},
    Signature{"writev", "fxd"},
};

constexpr std::size_t shown_bytes = 48;

std::string quoted(int tid, std::uint64_t address, std::size_t length, bool ends_with_nul) {
  std::array<unsigned char, shown_bytes> bytes{};
  auto const wanted = std::min(length, bytes.size());
  auto const got = ptrace::read_memory(tid, address, std::span(bytes).first(wanted));
  if (got == 0 && wanted > 0)
    return address == 0 ? "NULL" : fmt::format("{:#x}", address);
  std::string_view text(reinterpret_cast<char const*>(bytes.data()), got);
  bool whole = got == length;
  if (auto const nul = text.find('\0'); ends_with_nul && nul != std::string_view::npos) {
    text = text.substr(0, nul);
    whole = true;
  }
  return fmt::format("\"{}\"{}", printable(text), whole ? "" : "…");
}

std::string open_flags(std::uint64_t flags) {
  struct Flag {
    std::uint64_t bit;
    std::string_view name;
  };
  constexpr std::array known{Flag{O_CREAT, "O_CREAT"},       Flag{O_EXCL, "O_EXCL"},
                             Flag{O_TRUNC, "O_TRUNC"},       Flag{O_APPEND, "O_APPEND"},
                             Flag{O_NONBLOCK, "O_NONBLOCK"}, Flag{O_DIRECTORY, "O_DIRECTORY"},
                             Flag{O_NOFOLLOW, "O_NOFOLLOW"}, Flag{O_CLOEXEC, "O_CLOEXEC"}};
  constexpr std::array access{"O_RDONLY", "O_WRONLY", "O_RDWR", "O_ACCMODE"};
  std::string text = access[flags & O_ACCMODE];
  flags &= ~static_cast<std::uint64_t>(O_ACCMODE);
  for (auto const& [bit, name] : known)
    if ((flags & bit) == bit) {
      text += fmt::format("|{}", name);
      flags &= ~bit;
    }
  return flags == 0 ? text : text + fmt::format("|{:#x}", flags);
}

std::string shown(int tid, char kind, std::uint64_t value, std::uint64_t next) {
  auto const number = static_cast<std::int64_t>(value);
  auto const narrow = static_cast<std::int32_t>(value);
  switch (kind) {
  case 'd':
    return fmt::format("{}", number == static_cast<std::int64_t>(static_cast<std::uint32_t>(value))
                                 ? static_cast<std::int64_t>(narrow)
                                 : number);
  case 'f':
    return fmt::format("{}", narrow);
  case 'a':
    return narrow == AT_FDCWD ? "AT_FDCWD" : fmt::format("{}", narrow);
  case 'p':
    return quoted(tid, value, shown_bytes + 1, true);
  case 'b':
    return quoted(tid, value, next, false);
  case 's':
    if (auto const signal = Signal::from_number(narrow))
      return std::string(signal->name());
    return fmt::format("{}", narrow);
  case 'o':
    return open_flags(value);
  default:
    return value == 0 ? "0" : fmt::format("{:#x}", value);
  }
}

bool takes_descriptor_first(std::string_view call) {
  auto const* const known = std::ranges::find(signatures, call, &Signature::name);
  return known != signatures.end() && known->shape.starts_with('f');
}

} // namespace

std::string system_call_name(long nr) {
  std::unique_ptr<char, decltype(&::free)> const name(
      ::seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, static_cast<int>(nr)), &::free);
  return name != nullptr ? name.get() : fmt::format("system call {}", nr);
}

std::string describe_call(int tid, long nr, std::array<std::uint64_t, 6> const& arguments) {
  auto const name = system_call_name(nr);
  auto const* const known = std::ranges::find(signatures, name, &Signature::name);
  auto const shape = known != signatures.end() ? known->shape : std::string_view("xxx");
  std::string list;
  for (std::size_t i = 0; i < shape.size(); ++i)
    list += fmt::format("{}{}", i == 0 ? "" : ", ",
                        shown(tid, shape[i], arguments[i], i + 1 < 6 ? arguments[i + 1] : 0));
  return fmt::format("{}({})", name, list);
}

std::string describe_descriptor(int pid, std::uint64_t descriptor) {
  auto const number = std::to_string(static_cast<std::int32_t>(descriptor));
  std::error_code gone;
  auto const target =
      std::filesystem::read_symlink(fmt::format("/proc/{}/fd/{}", pid, number), gone).string();
  return target.empty() ? number : fmt::format("{} ({})", number, target);
}

std::string describe_wait(int pid, long nr, std::uint64_t first_argument) {
  auto const name = system_call_name(nr);
  return takes_descriptor_first(name)
             ? fmt::format("{} on descriptor {}", name, describe_descriptor(pid, first_argument))
             : name;
}

} // namespace whodunit
