// SPDX-License-Identifier: MIT
// Real programs through a real warden: what happened, who did it, why, and how sure that is.
#include "../warden/with_warden.hpp"
#include "autopsy/claim.hpp"

#include <csignal>
#include <ostream>

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
    auto const& [fate, claims] = autopsy;
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
                               Cause::mem_file_gone, Certain::inferred},
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
