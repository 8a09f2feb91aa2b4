// SPDX-License-Identifier: MIT
// Dies of a division by zero that never was: the signal is its own, and so is what it tells.
#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

int main() {
  siginfo_t forged{};
  forged.si_signo = SIGFPE;
  forged.si_code = FPE_INTDIV;
  forged.si_addr = reinterpret_cast<void*>(&main);
  syscall(SYS_rt_sigqueueinfo, getpid(), SIGFPE, &forged);
}
