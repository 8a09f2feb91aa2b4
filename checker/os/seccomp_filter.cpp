// SPDX-License-Identifier: MIT
#include "os/seccomp_filter.hpp"

#include "os/fd.hpp"

#include <array>
#include <cerrno>
#include <linux/seccomp.h>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace whodunit {
namespace {

constexpr std::array kill_family{SCMP_SYS(kill),
                                 SCMP_SYS(tkill),
                                 SCMP_SYS(tgkill),
                                 SCMP_SYS(rt_sigqueueinfo),
                                 SCMP_SYS(rt_tgsigqueueinfo),
                                 SCMP_SYS(pidfd_send_signal)};

struct ContextRelease {
  void operator()(void* context) const { ::seccomp_release(context); }
};
using Context = std::unique_ptr<void, ContextRelease>;

Error refused(int negative_errno) {
  return {"build the seccomp filter", "", {-negative_errno, boost::system::system_category()}};
}

int add_rules(scmp_filter_ctx context, FilterWish wish) {
  int failed = ::seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ALLOW);
  failed = failed != 0 ? failed : ::seccomp_attr_set(context, SCMP_FLTATR_CTL_NNP, 0);
  auto const add = [&](std::uint32_t action, int call, std::vector<scmp_arg_cmp> const& when) {
    if (failed == 0)
      failed = ::seccomp_rule_add_array(context, action, call, static_cast<unsigned>(when.size()),
                                        when.data());
  };
  constexpr std::uint32_t everybody = ~0U;
  if (wish.refuse_kill_all)
    add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(kill), {SCMP_A0_32(SCMP_CMP_EQ, everybody)});
  for (int const call : kill_family) {
    bool const some_refused = wish.refuse_kill_all && call == SCMP_SYS(kill);
    if (wish.trace_kill_calls)
      add(SCMP_ACT_TRACE(0), call,
          some_refused ? std::vector{SCMP_A0_32(SCMP_CMP_NE, everybody)}
                       : std::vector<scmp_arg_cmp>{});
  }
  if (wish.trace_kill_calls) {
    add(SCMP_ACT_TRACE(0), SCMP_SYS(ptrace), {});
    add(SCMP_ACT_TRACE(0), SCMP_SYS(timer_create), {});
    add(SCMP_ACT_TRACE(0), SCMP_SYS(rt_sigreturn), {});
    add(SCMP_ACT_TRACE(0), SCMP_SYS(prctl), {SCMP_A0_32(SCMP_CMP_EQ, PR_SET_PDEATHSIG)});
  }
  for (int const call : {SCMP_SYS(write), SCMP_SYS(writev)})
    if (wish.trace_stderr)
      add(SCMP_ACT_TRACE(0), call, {SCMP_A0_32(SCMP_CMP_EQ, STDERR_FILENO)});
  return failed;
}

Result<std::vector<sock_filter>> exported(scmp_filter_ctx context) {
  UniqueFd const file(::memfd_create("seccomp", MFD_CLOEXEC));
  if (!file.is_open())
    return last_error("make a memory file", "");
  if (int const failed = ::seccomp_export_bpf(context, file.get()); failed != 0)
    return refused(failed);
  auto const size = ::lseek(file.get(), 0, SEEK_END);
  std::vector<sock_filter> program(static_cast<std::size_t>(size) / sizeof(sock_filter));
  if (::pread(file.get(), program.data(), static_cast<std::size_t>(size), 0) != size)
    return last_error("read the seccomp filter", "");
  return program;
}

} // namespace

Result<SeccompFilter> SeccompFilter::compile(FilterWish wish) {
  Context const context(::seccomp_init(SCMP_ACT_ALLOW));
  if (context == nullptr)
    return refused(-ENOMEM);
  if (int const failed = add_rules(context.get(), wish); failed != 0)
    return refused(failed);
  auto program = exported(context.get());
  if (!program)
    return program.error();
  SeccompFilter filter;
  filter.program_ = std::move(*program);
  return filter;
}

int SeccompFilter::install() const {
  sock_fprog const program{static_cast<unsigned short>(program_.size()),
                           const_cast<sock_filter*>(program_.data())};
  return ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0 ? 0 : errno;
}

} // namespace whodunit
