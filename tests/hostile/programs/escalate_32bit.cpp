// SPDX-License-Identifier: MIT
// Asks for a user namespace by the door of 32-bit code. 0: refused, or there is no such door.
#include <csignal>
#include <sched.h>
#include <unistd.h>

int main() {
  std::signal(SIGSEGV, [](int) { _exit(0); });
#if defined(__x86_64__)
  constexpr long unshare_of_32bit = 310;
  long result = unshare_of_32bit;
  asm volatile("int $0x80" : "+a"(result) : "b"(CLONE_NEWUSER) : "memory");
  return result == 0 ? 1 : 0;
#endif
}
