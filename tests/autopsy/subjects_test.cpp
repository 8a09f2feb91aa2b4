// SPDX-License-Identifier: MIT
// Real programs through a real warden: what happened, who did it, why, and how sure that is.
#include "../warden/with_warden.hpp"
#include "autopsy/claim.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <gmock/gmock.h>
#include <ostream>
#include <unistd.h>

namespace whodunit {
namespace {

using Certain = Certainty;

/// What is expected of one subject.
struct Expected {
  std::string subject;
  Ending ending;
  Agent agent;
  Certainty agent_certainty;
  Cause cause;
  Certainty cause_certainty;
  Report report = Report::faithful;
};
void PrintTo(Expected const& expected, std::ostream* out) {
  *out << expected.subject;
}

Launch subject(std::string const& name) {
  Launch launch;
  launch.arguments = {name};
  launch.executable = test::built("tests/subjects/") + name;
  launch.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C"};
  launch.limits = {std::chrono::seconds(10), Bytes{64U << 20U}, Bytes{1U << 20U}, 64};
  return launch;
}

// Whether a core was dumped is the machine's business (core_pattern, limits), not the subject's.
Ending without_core(Ending ending) {
  if (auto* const killed = std::get_if<Killed>(&ending))
    killed->core_dumped = false;
  return ending;
}

Ending killed(int signal) {
  return Killed{*Signal::from_number(signal), false};
}

// Only root may stat what a deleted file has become (proc_pid_map_files(5)).
Certainty const sees_deleted_files = ::geteuid() == 0 ? Certainty::observed : Certainty::inferred;

std::string evidence_of(Claims const& claims) {
  std::string text;
  for (auto const& evidence : claims.agent.evidence)
    text += to_string(evidence) + "\n";
  for (auto const& evidence : claims.cause.evidence)
    text += to_string(evidence) + "\n";
  return text;
}

class Runs : public test::WithWarden {
protected:
  Autopsy autopsy_of(Launch const& launch) { return examine(fate_of(launch)); }

  void expect(Autopsy const& autopsy, Expected const& expected) {
    auto const& [fate, claims, backtraces] = autopsy;
    EXPECT_EQ(without_core(fate.ending), expected.ending) << to_string(fate.ending);
    EXPECT_EQ(claims.agent.value, expected.agent) << evidence_of(claims);
    EXPECT_EQ(claims.agent.certainty, expected.agent_certainty) << evidence_of(claims);
    EXPECT_EQ(claims.cause.value, expected.cause) << evidence_of(claims);
    EXPECT_EQ(claims.cause.certainty, expected.cause_certainty) << evidence_of(claims);
    EXPECT_EQ(claims.report.value, expected.report);
    EXPECT_FALSE(claims.agent.evidence.empty());
    EXPECT_FALSE(claims.cause.evidence.empty());
  }
};

class Subjects : public Runs, public ::testing::WithParamInterface<Expected> {};

TEST_P(Subjects, MeetTheirFateAndAreUnderstood) {
  expect(autopsy_of(subject(GetParam().subject)), GetParam());
}

std::string named(::testing::TestParamInfo<Expected> const& row) {
  return row.param.subject;
}

INSTANTIATE_TEST_SUITE_P(
    Everywhere, Subjects,
    ::testing::Values(Expected{"raise_fpe", killed(SIGFPE), Agent::self, Certain::observed,
                               Cause::sig_kill, Certain::observed},
                      Expected{"forged_siginfo", killed(SIGFPE), Agent::self, Certain::inferred,
                               Cause::sig_kill, Certain::inferred},
                      Expected{"self_kill", killed(SIGKILL), Agent::self, Certain::observed,
                               Cause::sig_kill, Certain::observed},
                      Expected{"thread_kill", killed(SIGKILL), Agent::self, Certain::observed,
                               Cause::sig_kill, Certain::observed},
                      Expected{"child_kills_parent", killed(SIGKILL), Agent::child,
                               Certain::observed, Cause::sig_kill, Certain::observed},
                      Expected{"parent_kills_child", Exited{137}, Agent::parent, Certain::observed,
                               Cause::sig_kill, Certain::observed, Report::remapped},
                      Expected{"exit_137", Exited{137}, Agent::self, Certain::inferred,
                               Cause::code_imitation, Certain::inferred, Report::forged},
                      Expected{"null_write", killed(SIGSEGV), Agent::cpu, Certain::observed,
                               Cause::mem_null, Certain::inferred},
                      Expected{"const_write", killed(SIGSEGV), Agent::cpu, Certain::observed,
                               Cause::mem_protected, Certain::observed},
                      Expected{"wild_read", killed(SIGSEGV), Agent::cpu, Certain::observed,
                               Cause::mem_wild, Certain::inferred},
                      Expected{"recursion", killed(SIGSEGV), Agent::cpu, Certain::observed,
                               Cause::mem_stack_overflow, Certain::inferred},
                      Expected{"shrunk_file", killed(SIGBUS), Agent::cpu, Certain::observed,
                               Cause::mem_file_gone, sees_deleted_files},
                      Expected{"abort_plain", killed(SIGABRT), Agent::self, Certain::inferred,
                               Cause::check_assert, Certain::inferred},
                      Expected{"failed_assert", killed(SIGABRT), Agent::runtime, Certain::inferred,
                               Cause::check_assert, Certain::inferred},
                      Expected{"uncaught_exception", killed(SIGABRT), Agent::runtime,
                               Certain::inferred, Cause::cxx_uncaught, Certain::inferred},
                      Expected{"double_free", killed(SIGABRT), Agent::runtime, Certain::inferred,
                               Cause::mem_bad_free, Certain::inferred},
                      Expected{"broken_pipe", killed(SIGPIPE), Agent::kernel, Certain::observed,
                               Cause::sig_pipe, Certain::observed},
                      Expected{"alarm_clock", killed(SIGALRM), Agent::kernel, Certain::observed,
                               Cause::sig_timer, Certain::observed},
                      Expected{"large_file", killed(SIGXFSZ), Agent::kernel, Certain::observed,
                               Cause::res_file_size, Certain::observed},
                      Expected{"thread_recursion", killed(SIGSEGV), Agent::cpu, Certain::observed,
                               Cause::mem_stack_overflow, Certain::inferred},
                      Expected{"jump_to_data", killed(SIGSEGV), Agent::cpu, Certain::observed,
                               Cause::mem_protected, Certain::observed},
                      Expected{"null_call", killed(SIGSEGV), Agent::cpu, Certain::observed,
                               Cause::mem_null, Certain::inferred},
                      Expected{"seccomp_kill", killed(SIGSYS), Agent::kernel, Certain::observed,
                               Cause::sig_policy, Certain::observed},
                      Expected{"kill_timer", killed(SIGKILL), Agent::kernel, Certain::inferred,
                               Cause::sig_timer, Certain::inferred},
                      Expected{"orphan_dies", Exited{137}, Agent::kernel, Certain::inferred,
                               Cause::sig_lifetime, Certain::inferred, Report::remapped},
                      Expected{"handled_crash", Exited{0}, Agent::self, Certain::inferred,
                               Cause::code_handler, Certain::inferred, Report::masked}),
    named);

#if defined(__x86_64__) // Arm never traps on an integer division, and its trap is another signal
INSTANTIATE_TEST_SUITE_P(
    OnX86, Subjects,
    ::testing::Values(Expected{"div_zero", killed(SIGFPE), Agent::cpu, Certain::observed,
                               Cause::arith_div_zero, Certain::observed},
                      Expected{"div_overflow", killed(SIGFPE), Agent::cpu, Certain::observed,
                               Cause::arith_div_overflow, Certain::observed},
                      Expected{"trap", killed(SIGILL), Agent::cpu, Certain::observed,
                               Cause::insn_trap, Certain::inferred}),
    named);
#endif

// A script has its own name, whatever runs it; each of these is one whose pipe's left side dies.
class Scripts : public Runs, public ::testing::WithParamInterface<std::string> {};

TEST_P(Scripts, AreShellsWithoutSayingSo) {
  auto const autopsy = autopsy_of(test::shell("printf '#!" + GetParam() +
                                              "\\nsh -c \"kill -SEGV \\$\\$\" | cat\\n' >report && "
                                              "chmod +x report && exec ./report"));
  ASSERT_EQ(autopsy.fate.processes[0].name, "report");
  expect(autopsy, {"report", Exited{0}, Agent::wrapper, Certainty::inferred, Cause::sh_status_rule,
                   Certainty::inferred, Report::masked});
}

INSTANTIATE_TEST_SUITE_P(Shells, Scripts, ::testing::Values("/bin/sh", "/bin/bash"));

TEST_F(Runs, AMemoryHogIsTakenByTheKernelOrByItsStandIn) {
  auto const autopsy = autopsy_of(subject("memory_hog"));
  auto const expected =
      autopsy.fate.observed.memory_cgroup ? Certainty::observed : Certainty::stand_in;
  expect(autopsy,
         {"memory_hog", killed(SIGKILL), Agent::kernel, expected, Cause::res_memory, expected});
}

TEST_F(Runs, ASpinnerIsFoundRunning) {
  auto launch = subject("spinner");
  launch.limits.wall = std::chrono::milliseconds(200);
  expect(autopsy_of(launch),
         {"spinner", Alive{LifeState::running}, Agent::self, Certainty::inferred, Cause::hang_loop,
          Certainty::inferred, Report::none});
}

// Waits for the limit: these never end by themselves.
class Hangs : public Runs {
protected:
  Autopsy autopsy_at_limit(std::string const& name) {
    auto launch = subject(name);
    launch.limits.wall = std::chrono::milliseconds(300);
    return autopsy_of(launch);
  }
};

TEST_F(Hangs, ADeadlockNamesItsThreads) {
  auto const autopsy = autopsy_at_limit("deadlock");
  EXPECT_EQ(autopsy.claims.cause.value, Cause::hang_deadlock) << evidence_of(autopsy.claims);
  ASSERT_EQ(autopsy.fate.threads.size(), 2U);
  auto const& [one, other] = std::tie(autopsy.fate.threads[0], autopsy.fate.threads[1]);
  EXPECT_EQ(one.wait, ThreadWait::lock);
  EXPECT_EQ(one.waits_for, other.thread);
  EXPECT_EQ(other.waits_for, one.thread);
  EXPECT_NE(one.futex, other.futex);
}

TEST_F(Hangs, AThreadCanWaitForItself) {
  auto const claims = autopsy_at_limit("self_deadlock").claims;
  EXPECT_EQ(claims.cause.value, Cause::hang_deadlock) << evidence_of(claims);
  EXPECT_EQ(claims.agent.value, Agent::self);
}

TEST_F(Hangs, ANotificationThatNobodyCanGiveIsLost) {
  auto const claims = autopsy_at_limit("lost_event").claims;
  EXPECT_EQ(claims.cause.value, Cause::hang_lost_event) << evidence_of(claims);
}

TEST_F(Hangs, WhoeverJoinsASpinnerWaitsForALoop) {
  auto const claims = autopsy_at_limit("joined_spinner").claims;
  EXPECT_EQ(claims.cause.value, Cause::hang_loop) << evidence_of(claims);
}

TEST_F(Hangs, AnInputThatDoesNotComeIsNoDeadlock) {
  auto launch = subject("");
  launch.arguments = {"sh", "-c", "mkfifo p; cat p"};
  launch.executable = "/bin/sh";
  launch.limits.wall = std::chrono::milliseconds(300);
  auto const claims = autopsy_of(launch).claims;
  EXPECT_EQ(claims.cause.value, Cause::hang_io_wait) << evidence_of(claims);
}

class LastCalls : public Runs {
protected:
  Autopsy autopsy_with_calls(std::string const& name) {
    auto launch = subject(name);
    launch.system_calls = 20;
    return autopsy_of(launch);
  }
};

TEST_F(LastCalls, TellWhatRanOut) {
  auto const files = autopsy_with_calls("no_descriptors");
  EXPECT_EQ(files.claims.cause.value, Cause::res_fds) << evidence_of(files.claims);
  auto const disk = autopsy_with_calls("full_disk");
  EXPECT_EQ(disk.claims.cause.value, Cause::res_disk) << evidence_of(disk.claims);
}

TEST_F(LastCalls, AreDecodedAndNoMoreThanAsked) {
  auto const autopsy = autopsy_with_calls("full_disk");
  ASSERT_LE(autopsy.fate.calls.size(), 20U);
  auto const write = std::ranges::find(autopsy.fate.calls, "write", &SystemCallRecord::name);
  ASSERT_NE(write, autopsy.fate.calls.end());
  EXPECT_EQ(write->text, "write(3, \"x\", 1)");
  EXPECT_EQ(write->result, -ENOSPC);
  EXPECT_EQ(autopsy.fate.calls.back().name, "exit_group");
  EXPECT_EQ(autopsy.fate.calls.back().result, std::nullopt) << "it does not return";
}

TEST_F(Runs, StderrIsHeardWhereverItGoes) {
  auto launch = subject("failed_assert");
  launch.streams = Streams::inherit;
  auto const autopsy = autopsy_of(launch);
  EXPECT_THAT(autopsy.fate.last_words, ::testing::HasSubstr("argc == 7"));
  EXPECT_EQ(autopsy.claims.cause.value, Cause::check_assert);
}

TEST_F(Runs, WithoutTracingClaimsAreWeakerAndNotWrong) {
  auto launch = subject("self_kill");
  launch.watch = Watch::wait_only;
  auto const claims = autopsy_of(launch).claims;
  EXPECT_EQ(claims.agent.value, std::nullopt) << evidence_of(claims);
  EXPECT_EQ(claims.cause.certainty, Certainty::unknown);
}

TEST_F(Runs, ACommandThatIsMissingOrForbiddenIsTheKernelsAnswer) {
  EXPECT_EQ(autopsy_of(subject("no_such_subject")).claims.cause.value, Cause::exec_missing);
  auto launch = subject("");
  EXPECT_EQ(autopsy_of(launch).claims.cause.value, Cause::exec_denied);
}

} // namespace
} // namespace whodunit
