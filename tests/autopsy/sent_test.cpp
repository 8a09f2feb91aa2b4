// SPDX-License-Identifier: MIT
// Signals that somebody sent, or seems to have sent.
#include "fate/signal_code.hpp"
#include "made_fate.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

Fate died_of(SignalRecord const& record) {
  auto fate = lone(killed_by(record.signal.number()));
  fate.signals.push_back(record);
  return fate;
}

Claims claims_of(SignalRecord const& record) {
  return examine(died_of(record)).claims;
}

TEST(Sent, RaiseOfAFaultSignalIsNoFault) {
  auto fate = died_of(delivered(SIGFPE, code_tkill, first));
  fate.kill_calls.push_back({"tgkill", first, first, SIGFPE, Moment{300}});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::self);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
  EXPECT_EQ(claims.cause.value, Cause::sig_kill);
}

TEST(Sent, AForgedSiginfoIsSeenThroughByItsCall) {
  auto fate = died_of(delivered(SIGFPE, FPE_INTDIV));
  fate.kill_calls.push_back({"rt_sigqueueinfo", first, first, SIGFPE, Moment{300}});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::self);
  EXPECT_EQ(claims.cause.value, Cause::sig_kill);
}

TEST(Sent, SigpipeInItsOwnNameIsTheKernels) {
  auto const claims = claims_of(delivered(SIGPIPE, code_user, first));
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
  EXPECT_EQ(claims.cause.value, Cause::sig_pipe);
}

TEST(Sent, SigpipeByARecordedCallIsItsOwn) {
  auto fate = died_of(delivered(SIGPIPE, code_user, first));
  fate.kill_calls.push_back(kill_call(first, first, SIGPIPE));
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::self);
}

TEST(Sent, SigpipeIsOnlyInferredWhereCallsWereNotWatched) {
  auto fate = died_of(delivered(SIGPIPE, code_user, first));
  fate.observed.kill_calls = false;
  EXPECT_EQ(examine(fate).claims.agent.certainty, Certainty::inferred);
}

TEST(Sent, FileSizeLimitIsTheKernels) {
  EXPECT_EQ(claims_of(delivered(SIGXFSZ, code_user, first)).cause.value, Cause::res_file_size);
}

TEST(Sent, TerminalKeysComeFromTheTerminalAndKillsDoNot) {
  for (int const signal : {SIGINT, SIGQUIT, SIGHUP}) {
    auto const key = claims_of(delivered(signal, code_kernel));
    EXPECT_EQ(key.agent.value, Agent::terminal) << signal;
    EXPECT_EQ(key.cause.value, Cause::sig_tty) << signal;
    EXPECT_EQ(claims_of(delivered(signal, code_user, 0)).agent.value, Agent::stranger) << signal;
  }
}

TEST(Sent, AKeyReachesAGroupAndAHangUpASession) {
  for (auto const& [signal, reach] :
       {std::pair{SIGINT, Blast::group}, std::pair{SIGHUP, Blast::session}}) {
    auto fate = died_of(delivered(signal, code_kernel));
    EXPECT_EQ(examine(fate).claims.blast.value, Blast::process) << signal;
    add_process(fate, 3, first, killed_by(signal));
    EXPECT_EQ(examine(fate).claims.blast.value, reach) << signal;
  }
}

TEST(Sent, ASenderOutsideTheTreeIsAStranger) {
  auto const claims = claims_of(delivered(SIGTERM, code_user, 4711));
  EXPECT_EQ(claims.agent.value, Agent::stranger);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
  EXPECT_EQ(claims.agent.process, 4711);
}

TEST(Sent, AChildThatTerminatesItsParentIsNamed) {
  auto fate = died_of(delivered(SIGTERM, code_user, 3));
  add_process(fate, 3, first, Exited{0});
  fate.kill_calls.push_back(kill_call(3, first, SIGTERM));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::child);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
  EXPECT_EQ(claims.agent.process, 3);
}

TEST(Sent, AWatchdogsAbortIsNotTheRuntimes) {
  auto fate = died_of(delivered(SIGABRT, code_user, 3));
  add_process(fate, 3, first, Exited{0});
  fate.kill_calls.push_back(kill_call(3, first, SIGABRT));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::child);
  EXPECT_EQ(claims.cause.value, Cause::sig_kill);
}

TEST(Sent, ABroadcastConfirmedBySiginfoIsObserved) {
  auto fate = died_of(delivered(SIGTERM, code_user, 3));
  add_process(fate, 3, first, Exited{0});
  fate.kill_calls.push_back(kill_call(3, 0, SIGTERM));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.cause.value, Cause::sig_broadcast);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
}

TEST(Sent, AParentThatNeverCalledKillIsTheKernelsParentDeathSignal) {
  auto fate = lone(Exited{143});
  fate.processes[0].ended = Moment{300};
  add_process(fate, 3, first, killed_by(SIGTERM));
  auto record = delivered(SIGTERM, code_user, first);
  record.target = 3;
  fate.signals.push_back(record);
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.victim.value, Victim::child);
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.cause.value, Cause::sig_lifetime);
}

TEST(Sent, TimersAreTheKernelsWhateverTheirSignal) {
  EXPECT_EQ(claims_of(delivered(SIGALRM, code_kernel)).cause.value, Cause::sig_timer);
  auto const claims = claims_of(delivered(37, code_timer));
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.cause.value, Cause::sig_timer);
}

TEST(Sent, CpuLimitAndSeccompAreTheKernels) {
  EXPECT_EQ(claims_of(delivered(SIGXCPU, code_kernel)).cause.value, Cause::res_cpu);
  EXPECT_EQ(claims_of(delivered(SIGSYS, 1)).cause.value, Cause::sig_policy);
  EXPECT_EQ(examine(lone(killed_by(SIGSYS))).claims.cause.value, Cause::sig_policy)
      << "seccomp kills without a delivery";
}

TEST(Sent, AnExecThatFailsTooLateIsNoNullPointer) {
  auto const claims = claims_of(delivered(SIGSEGV, code_kernel));
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.cause.value, Cause::exec_space);
}

TEST(Sent, AHandlerThatRaisesAgainPointsBackToTheFirstSender) {
  auto fate = died_of(delivered(SIGTERM, code_user, 4711));
  auto echo = delivered(SIGTERM, code_tkill, first);
  echo.when = Moment{600};
  fate.signals.push_back(echo);
  fate.kill_calls.push_back(kill_call(first, first, SIGTERM, Moment{590}));
  EXPECT_EQ(examine(fate).claims.agent.value, Agent::stranger);
}

TEST(Sent, ASupervisorThatRaisesItsChildsSignalOnlyPassesItOn) {
  auto fate = died_of(delivered(SIGSEGV, code_tkill, first));
  add_process(fate, 3, first, killed_by(SIGSEGV), Moment{200});
  fate.kill_calls.push_back(kill_call(first, first, SIGSEGV));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.cause.value, Cause::proc_reraised);
  EXPECT_EQ(claims.report.value, Report::remapped);
}

TEST(Sent, WhoeverIsNotInTheTreeIsAStrangerForSureOnlyWhereEveryIdIsUnderstood) {
  auto fate = lone(killed_by(SIGTERM));
  fate.signals.push_back(delivered(SIGTERM, code_user, 4711));
  EXPECT_EQ(examine(fate).claims.agent.certainty, Certainty::observed);
  fate.observed.kill_calls = false; // as where the run has PID namespaces of its own
  EXPECT_EQ(examine(fate).claims.agent.certainty, Certainty::inferred);
}

TEST(Unseen, SeccompIsProvenOnlyWhereNoDeliveryCanHaveBeenDropped) {
  auto fate = lone(killed_by(SIGSYS));
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::sig_policy);
  EXPECT_EQ(examine(fate).claims.cause.certainty, Certainty::observed);
  auto const other = delivered(SIGCHLD, code_user, first);
  fate.signals.assign(most_records, other);
  EXPECT_EQ(examine(fate).claims.cause.certainty, Certainty::inferred);
}

} // namespace
} // namespace whodunit::testing
