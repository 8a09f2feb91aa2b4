// SPDX-License-Identifier: MIT
#include "fate/signal_code.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <string_view>

namespace whodunit {
namespace {

struct CodeName {
  int signal; // 0: any
  int code;
  std::string_view name;
};

// Numbers where Debian 12's <csignal> lacks the macro; all from include/uapi/asm-generic/siginfo.h.
constexpr std::array names{
    CodeName{SIGILL, ILL_ILLOPC, "ILL_ILLOPC"},
    CodeName{SIGILL, ILL_ILLOPN, "ILL_ILLOPN"},
    CodeName{SIGILL, ILL_ILLADR, "ILL_ILLADR"},
    CodeName{SIGILL, ILL_ILLTRP, "ILL_ILLTRP"},
    CodeName{SIGILL, ILL_PRVOPC, "ILL_PRVOPC"},
    CodeName{SIGILL, ILL_PRVREG, "ILL_PRVREG"},
    CodeName{SIGILL, ILL_COPROC, "ILL_COPROC"},
    CodeName{SIGILL, ILL_BADSTK, "ILL_BADSTK"},
    CodeName{SIGFPE, FPE_INTDIV, "FPE_INTDIV"},
    CodeName{SIGFPE, FPE_INTOVF, "FPE_INTOVF"},
    CodeName{SIGFPE, FPE_FLTDIV, "FPE_FLTDIV"},
    CodeName{SIGFPE, FPE_FLTOVF, "FPE_FLTOVF"},
    CodeName{SIGFPE, FPE_FLTUND, "FPE_FLTUND"},
    CodeName{SIGFPE, FPE_FLTRES, "FPE_FLTRES"},
    CodeName{SIGFPE, FPE_FLTINV, "FPE_FLTINV"},
    CodeName{SIGFPE, FPE_FLTSUB, "FPE_FLTSUB"},
    CodeName{SIGSEGV, SEGV_MAPERR, "SEGV_MAPERR"},
    CodeName{SIGSEGV, SEGV_ACCERR, "SEGV_ACCERR"},
    CodeName{SIGSEGV, 3, "SEGV_BNDERR"},
    CodeName{SIGSEGV, 4, "SEGV_PKUERR"},
    CodeName{SIGSEGV, 8, "SEGV_MTEAERR"},
    CodeName{SIGSEGV, 9, "SEGV_MTESERR"},
    CodeName{SIGSEGV, 10, "SEGV_CPERR"},
    CodeName{SIGBUS, BUS_ADRALN, "BUS_ADRALN"},
    CodeName{SIGBUS, BUS_ADRERR, "BUS_ADRERR"},
    CodeName{SIGBUS, BUS_OBJERR, "BUS_OBJERR"},
    CodeName{SIGBUS, BUS_MCEERR_AR, "BUS_MCEERR_AR"},
    CodeName{SIGBUS, BUS_MCEERR_AO, "BUS_MCEERR_AO"},
    CodeName{SIGTRAP, 1, "TRAP_BRKPT"},
    CodeName{SIGTRAP, 2, "TRAP_TRACE"},
    CodeName{SIGTRAP, 3, "TRAP_BRANCH"},
    CodeName{SIGTRAP, 4, "TRAP_HWBKPT"},
    CodeName{SIGTRAP, 5, "TRAP_UNK"},
    CodeName{SIGTRAP, 6, "TRAP_PERF"},
    CodeName{SIGCHLD, CLD_EXITED, "CLD_EXITED"},
    CodeName{SIGCHLD, CLD_KILLED, "CLD_KILLED"},
    CodeName{SIGCHLD, CLD_DUMPED, "CLD_DUMPED"},
    CodeName{SIGCHLD, CLD_TRAPPED, "CLD_TRAPPED"},
    CodeName{SIGCHLD, CLD_STOPPED, "CLD_STOPPED"},
    CodeName{SIGCHLD, CLD_CONTINUED, "CLD_CONTINUED"},
    CodeName{SIGSYS, 1, "SYS_SECCOMP"},
    CodeName{SIGSYS, 2, "SYS_USER_DISPATCH"},
    CodeName{SIGIO, POLL_IN, "POLL_IN"},
    CodeName{SIGIO, POLL_OUT, "POLL_OUT"},
    CodeName{SIGIO, POLL_MSG, "POLL_MSG"},
    CodeName{SIGIO, POLL_ERR, "POLL_ERR"},
    CodeName{SIGIO, POLL_PRI, "POLL_PRI"},
    CodeName{SIGIO, POLL_HUP, "POLL_HUP"},
    CodeName{0, code_user, "SI_USER"},
    CodeName{0, code_kernel, "SI_KERNEL"},
    CodeName{0, code_queue, "SI_QUEUE"},
    CodeName{0, code_timer, "SI_TIMER"},
    CodeName{0, code_mesgq, "SI_MESGQ"},
    CodeName{0, code_asyncio, "SI_ASYNCIO"},
    CodeName{0, -5, "SI_SIGIO"},
    CodeName{0, code_tkill, "SI_TKILL"},
    CodeName{0, -7, "SI_DETHREAD"},
    CodeName{0, -60, "SI_ASYNCNL"},
};

} // namespace

std::string signal_code_name(Signal signal, int code) {
  auto const* const found = std::ranges::find_if(names, [&](CodeName const& entry) {
    return entry.code == code && (entry.signal == 0 || entry.signal == signal.number());
  });
  return found == names.end() ? std::to_string(code) : std::string(found->name);
}

bool has_sender(int code) {
  return code == code_user || code == code_queue || code == code_tkill || code == code_mesgq;
}

} // namespace whodunit
