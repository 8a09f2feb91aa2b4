// SPDX-License-Identifier: MIT
#include "os/namespaces.hpp"

#include "os/fd.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <linux/capability.h>
#include <net/if.h>
#include <sched.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace whodunit {
namespace {

Result<void> unshared(int flags, char const* what) {
  if (::unshare(flags) != 0)
    return last_error(std::string("make ") + what, "");
  return {};
}

Result<void> raise_loopback() {
  UniqueFd const socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  ifreq request{};
  request.ifr_name[0] = 'l';
  request.ifr_name[1] = 'o';
  request.ifr_flags = IFF_UP | IFF_RUNNING;
  if (!socket.is_open() || ::ioctl(socket.get(), SIOCSIFFLAGS, &request) != 0)
    return last_error("raise the loopback device", "");
  return {};
}

} // namespace

Result<void> enter_user_namespace() {
  auto const uid = std::to_string(::geteuid());
  auto const gid = std::to_string(::getegid());
  if (auto done = unshared(CLONE_NEWUSER, "a user namespace"); !done)
    return done;
  if (auto done = write_file("/proc/self/setgroups", "deny"); !done)
    return done;
  if (auto done = write_file("/proc/self/uid_map", uid + " " + uid + " 1"); !done)
    return done;
  return write_file("/proc/self/gid_map", gid + " " + gid + " 1");
}

Result<void> enter_private_namespaces() {
  if (auto done =
          unshared(CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWNET, "mount, IPC and network namespaces");
      !done)
    return done;
  return raise_loopback();
}

namespace {

bool child_namespace_pending() {
  std::error_code failed;
  auto const own = std::filesystem::read_symlink("/proc/self/ns/pid", failed);
  return own != std::filesystem::read_symlink("/proc/self/ns/pid_for_children", failed);
}

// unshare(2) refuses while an earlier namespace for children is pending.
Result<void> return_to_own_pid_namespace() {
  auto own = open_file("/proc/self/ns/pid", O_RDONLY);
  if (!own)
    return own.error();
  if (::setns(own->get(), CLONE_NEWPID) != 0)
    return last_error("return to the own PID namespace", "");
  return {};
}

} // namespace

Result<void> renew_child_pid_namespace() {
  if (child_namespace_pending())
    if (auto done = return_to_own_pid_namespace(); !done)
      return done;
  return unshared(CLONE_NEWPID, "a PID namespace");
}

Result<void> copy_mount_namespace() {
  return unshared(CLONE_NEWNS, "a mount namespace");
}

Result<void> join_namespaces(int pidfd) {
  if (::setns(pidfd, CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWNET) != 0)
    return last_error("join the namespaces", "");
  return {};
}

Result<void> drop_privileges(Keep keep) {
  bool const maps_root = keep == Keep::own_user_namespace && ::geteuid() == 0;
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return last_error("set no_new_privs", "");
  for (unsigned long capability = 0; ::prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0;
       ++capability)
    if (!(maps_root && capability == CAP_SETFCAP) &&
        ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0 && errno != EPERM)
      return last_error("empty the bounding set", "");
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, 2> left{};
  if (maps_root)
    left[0].effective = left[0].permitted = 1U << static_cast<unsigned>(CAP_SETFCAP);
  if (::syscall(SYS_capset, &header, left.data()) != 0)
    return last_error("drop capabilities", "");
  return {};
}

} // namespace whodunit
