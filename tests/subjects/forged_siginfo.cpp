// SPDX-License-Identifier: MIT
// SIGFPE with the siginfo of a division, written by itself.
#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

int main() {
  siginfo_t forged{};
  forged.si_signo = SIGFPE;
  forged.si_code = FPE_INTDIV;
  forged.si_addr = reinterpret_cast<void*>(&main);
  return static_cast<int>(syscall(SYS_rt_sigqueueinfo, getpid(), SIGFPE, &forged));
}
