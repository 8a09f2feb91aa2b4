// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// System calls without the C library, for code that may not touch errno: a child that shares its
/// parent's memory.

#include <cstdint>
#include <sys/syscall.h>

namespace whodunit {

/// syscall(2), Architecture calling conventions. \return what the kernel returns: a negative errno
/// for a failure
template <class A, class B, class C>
inline long raw_call(long nr, A a, B b, C c) {
  auto const word = [](auto value) {
    if constexpr (requires { reinterpret_cast<long>(value); })
      return reinterpret_cast<long>(value);
    else
      return static_cast<long>(value);
  };
#if defined(__x86_64__)
  long result = 0;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(nr), "D"(word(a)), "S"(word(b)), "d"(word(c))
               : "rcx", "r11", "memory");
  return result;
#elif defined(__aarch64__)
  register long x8 asm("x8") = nr;
  register long x0 asm("x0") = word(a);
  register long x1 asm("x1") = word(b);
  register long x2 asm("x2") = word(c);
  asm volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2) : "memory");
  return x0;
#else
#error "add the calling convention of this processor"
#endif
}

/// exit_group(2).
[[noreturn]] inline void raw_exit(int code) {
  for (;;)
    raw_call(SYS_exit_group, static_cast<long>(code), 0L, 0L);
}

} // namespace whodunit
