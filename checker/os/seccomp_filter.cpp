// SPDX-License-Identifier: MIT
#include "os/seccomp_filter.hpp"

#include "os/fd.hpp"

#include <array>
#include <cerrno>
#include <linux/seccomp.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/mount.h>
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

Error not_built(int negative_errno) {
  return {"build the seccomp filter", "", {-negative_errno, boost::system::system_category()}};
}

/// Rules that are added one after another until the first failure.
class Rules {
public:
  explicit Rules(scmp_filter_ctx context) : context_(context) {
    note(::seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ALLOW));
    note(::seccomp_attr_set(context, SCMP_FLTATR_CTL_NNP, 0));
    // A search tree rather than a list: a busy server pays for it at each of its writes.
    note(::seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2));
  }
  void add(std::uint32_t action, int call, std::vector<scmp_arg_cmp> const& when = {}) {
    note(::seccomp_rule_add_array(context_, action, call, static_cast<unsigned>(when.size()),
                                  when.data()));
  }
  // A refusal holds for the calls of 32-bit code too.
  void cover_every_architecture() {
#if defined(__x86_64__)
    note(::seccomp_arch_add(context_, SCMP_ARCH_X86));
    note(::seccomp_arch_add(context_, SCMP_ARCH_X32));
#elif defined(__aarch64__)
    note(::seccomp_arch_add(context_, SCMP_ARCH_ARM));
#endif
  }
  int failed() const {
    return failed_;
  }

private:
  void note(int result) {
    failed_ = failed_ != 0 ? failed_ : result;
  }

  scmp_filter_ctx context_;
  int failed_ = 0;
};

constexpr std::uint32_t refused = SCMP_ACT_ERRNO(EPERM);
constexpr std::uint32_t missing = SCMP_ACT_ERRNO(ENOSYS);
constexpr std::uint32_t everybody = ~0U;

void keep_contained(Rules& rules, bool grant_namespaces) {
  std::uint64_t const flag = grant_namespaces ? CLONE_NEWCGROUP : CLONE_NEWUSER;
  for (int const call : {SCMP_SYS(unshare), SCMP_SYS(clone)})
    rules.add(refused, call, {SCMP_A0(SCMP_CMP_MASKED_EQ, flag, flag)});
  rules.add(missing, SCMP_SYS(clone3));
  for (int const call : {SCMP_SYS(add_key), SCMP_SYS(keyctl), SCMP_SYS(request_key)})
    rules.add(refused, call);
}

void keep_from_others(Rules& rules) {
  rules.add(refused, SCMP_SYS(kill), {SCMP_A0_32(SCMP_CMP_EQ, everybody)});
  rules.add(refused, SCMP_SYS(prlimit64), {SCMP_A0_32(SCMP_CMP_NE, 0), SCMP_A2(SCMP_CMP_NE, 0)});
  rules.add(missing, SCMP_SYS(mq_open));
}

void keep_countable(Rules& rules) {
  for (int const call :
       {SCMP_SYS(memfd_create), SCMP_SYS(shmget), SCMP_SYS(msgget), SCMP_SYS(semget)})
    rules.add(missing, call);
}

// With none of these flags mount(2) makes a new file system.
void refuse_file_systems(Rules& rules) {
  constexpr std::uint64_t rearranges =
      MS_BIND | MS_MOVE | MS_REMOUNT | MS_PRIVATE | MS_SLAVE | MS_SHARED | MS_UNBINDABLE;
  rules.add(refused, SCMP_SYS(mount), {SCMP_A3(SCMP_CMP_MASKED_EQ, rearranges, 0)});
  rules.add(missing, SCMP_SYS(fsopen));
}

void trace_kill_calls(Rules& rules, bool some_are_refused) {
  for (int const call : kill_family)
    rules.add(SCMP_ACT_TRACE(0), call,
              some_are_refused && call == SCMP_SYS(kill)
                  ? std::vector{SCMP_A0_32(SCMP_CMP_NE, everybody)}
                  : std::vector<scmp_arg_cmp>{});
  for (int const call : {SCMP_SYS(ptrace), SCMP_SYS(timer_create), SCMP_SYS(rt_sigreturn)})
    rules.add(SCMP_ACT_TRACE(0), call);
  rules.add(SCMP_ACT_TRACE(0), SCMP_SYS(prctl), {SCMP_A0_32(SCMP_CMP_EQ, PR_SET_PDEATHSIG)});
  rules.add(SCMP_ACT_TRACE(0), SCMP_SYS(prctl),
            {SCMP_A0_32(SCMP_CMP_EQ, PR_SET_SECCOMP), SCMP_A1(SCMP_CMP_EQ, SECCOMP_MODE_STRICT)});
  rules.add(SCMP_ACT_TRACE(0), SCMP_SYS(seccomp),
            {SCMP_A0_32(SCMP_CMP_EQ, SECCOMP_SET_MODE_STRICT)});
}

void trace_stderr(Rules& rules, bool writes_are_traced) {
  std::vector<scmp_arg_cmp> const to_stderr{SCMP_A0_32(SCMP_CMP_EQ, STDERR_FILENO)};
  rules.add(SCMP_ACT_TRACE(0), SCMP_SYS(writev), to_stderr);
  if (!writes_are_traced)
    rules.add(SCMP_ACT_TRACE(0), SCMP_SYS(write), to_stderr);
}

void trace_writes(Rules& rules) {
  for (int const call : {SCMP_SYS(write), SCMP_SYS(pwrite64)})
    rules.add(SCMP_ACT_TRACE(0), call);
}

int add_rules(scmp_filter_ctx context, FilterWish wish) {
  Rules rules(context);
  if (wish.contained || wish.no_namespaces || wish.no_cgroup)
    rules.cover_every_architecture();
  if (wish.contained)
    keep_contained(rules, wish.grant_namespaces);
  if (wish.grant_namespaces && wish.no_cgroup)
    refuse_file_systems(rules);
  if (wish.no_namespaces)
    keep_from_others(rules);
  if (wish.no_cgroup || wish.no_namespaces)
    keep_countable(rules);
  if (wish.trace_kill_calls)
    trace_kill_calls(rules, wish.no_namespaces);
  if (wish.trace_writes)
    trace_writes(rules);
  if (wish.trace_stderr)
    trace_stderr(rules, wish.trace_writes);
  return rules.failed();
}

Result<std::vector<sock_filter>> exported(scmp_filter_ctx context) {
  UniqueFd const file(::memfd_create("seccomp", MFD_CLOEXEC));
  if (!file.is_open())
    return last_error("make a memory file", "");
  if (int const failed = ::seccomp_export_bpf(context, file.get()); failed != 0)
    return not_built(failed);
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
    return not_built(-ENOMEM);
  if (int const failed = add_rules(context.get(), wish); failed != 0)
    return not_built(failed);
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
