// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The names of si_code (sigaction(2), "The siginfo_t argument to a SA_SIGINFO handler"), which
/// tells by what road a signal came. It is testimony: rt_sigqueueinfo(2) lets a process write any
/// code into a signal to itself.

#include "fate/signal.hpp"

#include <string>

namespace whodunit {

/// Codes that any signal can carry; those of one signal only are in `csignal`.
enum SignalCode : int {
  code_user = 0,      ///< SI_USER: kill(2); also what the kernel writes for SIGPIPE, SIGXFSZ and a
                      ///< parent's death
  code_kernel = 0x80, ///< SI_KERNEL
  code_queue = -1,    ///< SI_QUEUE: sigqueue(3)
  code_timer = -2,    ///< SI_TIMER: a POSIX timer expired
  code_mesgq = -3,    ///< SI_MESGQ: a message queue is no longer empty
  code_asyncio = -4,  ///< SI_ASYNCIO: asynchronous I/O completed
  code_tkill = -6,    ///< SI_TKILL: tkill(2), tgkill(2), raise(3), abort(3)
};

/// `FPE_INTDIV`, `SI_USER`; the number as text where it has no name.
std::string signal_code_name(Signal signal, int code);

/// Whether a signal with this code names a process that asked for it.
bool has_sender(int code);

} // namespace whodunit
