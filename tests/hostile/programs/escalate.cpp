// SPDX-License-Identifier: MIT
// Wants more than it was given. 0: everything was refused, else the number of what was not.
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

int main() {
  unsigned const other = getuid() == 0 ? 1 : 0;
  long const results[]{
      setresuid(other, other, other),
      setresgid(other, other, other),
      chroot("/"),
      mount("none", "/tmp", "tmpfs", 0, nullptr),
      umount2("/proc", MNT_DETACH),
      unshare(CLONE_NEWNS),
      unshare(CLONE_NEWUSER),
      syscall(SYS_clone, CLONE_NEWUSER | 17, nullptr, nullptr, nullptr, 0),
      sethostname("owned", 5),
      syscall(SYS_pivot_root, "/", "/"),
      syscall(SYS_syslog, 5, nullptr, 0), // SYSLOG_ACTION_CLEAR
      syscall(SYS_add_key, "user", "hostile", "x", 1, -4 /* the user's own keyring */),
  };
  int number = 0;
  for (long const result : results)
    if (++number; result >= 0)
      return number;
  return 0;
}
