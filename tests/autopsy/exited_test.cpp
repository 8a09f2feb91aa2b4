// SPDX-License-Identifier: MIT
// Statuses that a process chose, and what they hide.
#include "fate/signal_code.hpp"
#include "made_fate.hpp"

#include <cerrno>
#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

TEST(Exited, Status137WithoutASignalIsAnImitation) {
  auto const claims = examine(lone(Exited{137})).claims;
  EXPECT_EQ(claims.agent.value, Agent::self);
  EXPECT_EQ(claims.cause.value, Cause::code_imitation);
  EXPECT_EQ(claims.report.value, Report::forged);
  EXPECT_EQ(claims.blast.value, Blast::data);
}

TEST(Exited, UntracedStatus137IsNoImitation) {
  auto fate = lone(Exited{137});
  fate.observed.traced = false;
  EXPECT_EQ(examine(fate).claims.cause.value, std::nullopt);
}

TEST(Exited, Status137AfterAChildsSigkillIsItsChilds) {
  auto fate = lone(Exited{137});
  add_process(fate, 3, first, killed_by(SIGKILL));
  fate.oom_kills.push_back({3, "oom_kill 0 -> 1", false, Moment{450}});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.victim.value, Victim::child);
  EXPECT_EQ(claims.victim.process, 3);
  EXPECT_EQ(claims.cause.value, Cause::res_memory);
  EXPECT_EQ(claims.report.value, Report::remapped);
}

TEST(Exited, Status1AfterAChildsCrashIsRemapped) {
  auto fate = lone(Exited{1});
  add_process(fate, 3, first, killed_by(SIGKILL));
  fate.oom_kills.push_back({3, "oom_kill 0 -> 1", false, Moment{450}});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.victim.value, Victim::child);
  EXPECT_EQ(claims.report.value, Report::remapped);
}

TEST(Exited, AHelperThatItsParentDismissedIsNoFailure) {
  auto fate = lone(Exited{1});
  add_process(fate, 3, first, killed_by(SIGKILL));
  fate.kill_calls.push_back(kill_call(first, 3, SIGKILL));
  EXPECT_EQ(examine(fate).claims.victim.value, Victim::self);
}

TEST(Exited, Status124AloneIsAnImitationAndFromTimeoutIsNot) {
  EXPECT_EQ(examine(lone(Exited{124})).claims.cause.value, Cause::code_imitation);
  auto fate = lone(Exited{124});
  fate.processes[0].name = "timeout";
  add_process(fate, 3, first, killed_by(SIGTERM));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::wrapper);
  EXPECT_EQ(claims.cause.value, Cause::sh_tool_map);
}

TEST(Exited, LoadersLastWordsExplain127) {
  auto const claims =
      examine(said(lone(Exited{127}),
                   "./a: error while loading shared libraries: libx.so.1: cannot open "
                   "shared object file: No such file or directory\n"))
          .claims;
  EXPECT_EQ(claims.agent.value, Agent::loader);
  EXPECT_EQ(claims.cause.value, Cause::exec_library);
  EXPECT_EQ(claims.report.value, Report::faithful);
}

TEST(Exited, AHandlerThatEndsWith143SaysWhichSignalItWas) {
  auto fate = lone(Exited{143});
  fate.signals.push_back(caught(delivered(SIGTERM, code_user, 4711)));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.cause.value, Cause::code_handler);
  EXPECT_EQ(claims.report.value, Report::faithful);
}

TEST(Exited, AHandlerThatEndsACrashWithZeroMasksIt) {
  auto fate = lone(Exited{0});
  fate.signals.push_back(caught(fault(SIGSEGV, SEGV_MAPERR, 0)));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.cause.value, Cause::code_handler);
  EXPECT_EQ(claims.report.value, Report::masked);
}

TEST(Exited, AHandlerThatMendsAFaultChoosesNothing) {
  auto fate = lone(Exited{0}); // as virtual machines do with their null pointers
  fate.signals.push_back(caught(fault(SIGSEGV, SEGV_MAPERR, 0)));
  fate.signals.back().returned = true;
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::none);
}

TEST(Exited, ASignalThatIsIgnoredChoosesNothing) {
  auto fate = lone(Exited{0});
  fate.signals.push_back(delivered(SIGQUIT, code_user, 4711));
  fate.signals.back().disposition = Disposition::ignored;
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::none);
}

TEST(Exited, AnInterpretersLastLineTellsAnUncaughtException) {
  auto const perl = said(lone(Exited{255}), "so much for that at -e line 1.\n");
  EXPECT_EQ(examine(perl).claims.cause.value, Cause::cxx_uncaught);
  auto const python = said(lone(Exited{1}), "Traceback (most recent call last):\nKeyError: 1\n");
  EXPECT_EQ(examine(python).claims.cause.value, Cause::cxx_uncaught);
  auto const own_status = said(lone(Exited{7}), "Traceback (most recent call last):\n");
  EXPECT_EQ(examine(own_status).claims.cause.value, std::nullopt)
      << "no exception ends python with 7";
}

TEST(Exited, TheLastFailedCallTellsWhatRanOut) {
  auto fate = lone(Exited{1});
  fate.calls = {{first, first, "openat(AT_FDCWD, \"x\", O_RDONLY)", "openat", -EMFILE, Moment{1}},
                {first, first, "exit_group(1)", "exit_group", std::nullopt, Moment{2}}};
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.cause.value, Cause::res_fds);
  EXPECT_EQ(claims.cause.certainty, Certainty::inferred);
}

TEST(Exited, AShellThatHidesACrashFollowsItsRule) {
  auto fate = lone(Exited{0});
  fate.processes[0].name = "bash";
  add_process(fate, 3, first, killed_by(SIGSEGV));
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::wrapper);
  EXPECT_EQ(claims.cause.value, Cause::sh_status_rule);
  EXPECT_EQ(claims.report.value, Report::masked);
}

TEST(Exited, AScriptIsAShellByWhatItRuns) {
  auto fate = lone(Exited{0});
  fate.processes[0].executable = "/usr/bin/bash";
  add_process(fate, 3, first, killed_by(SIGSEGV));
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::sh_status_rule);
  fate.processes[0].executable = "/usr/bin/python3.11";
  EXPECT_EQ(examine(fate).claims.cause.value, std::nullopt);
}

TEST(Exited, AShellThatWasToldOfASuccessHidesNothing) {
  auto fate = lone(Exited{0});
  fate.processes[0].name = "bash";
  add_process(fate, 3, first, Exited{0});
  add_process(fate, 4, 3, killed_by(SIGSEGV));
  EXPECT_EQ(examine(fate).claims.cause.value, std::nullopt);
  fate.processes[1].ending = Exited{139};
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::sh_status_rule);
}

TEST(Exited, AnOrphansCrashIsLost) {
  auto fate = lone(Exited{0});
  add_process(fate, 3, first, killed_by(SIGSEGV), Moment{5000});
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.cause.value, Cause::proc_unwatched);
  EXPECT_EQ(claims.report.value, Report::lost);
}

TEST(Exited, TheOnlyChildsCrashIsMaskedAndOneOfTwoMayBeMistaken) {
  auto fate = lone(Exited{0});
  add_process(fate, 3, first, killed_by(SIGSEGV));
  EXPECT_EQ(examine(fate).claims.report.value, Report::masked);
  add_process(fate, 4, first, Exited{0}, Moment{600});
  EXPECT_EQ(examine(fate).claims.report.value, std::nullopt);
  fate.processes[2].ended = Moment{5000};
  EXPECT_EQ(examine(fate).claims.report.value, Report::masked) << "the other one outlived them";
}

Fate after_write(std::int64_t result, std::vector<SystemCallRecord> const& later = {}) {
  auto fate = lone(Exited{0});
  fate.calls = {{first, first, "write(3, \"x\", 1)", "write", result, Moment{1}}};
  fate.calls.insert(fate.calls.end(), later.begin(), later.end());
  return fate;
}

TEST(Exited, AFailedWriteBeforeASuccessIsSwallowed) {
  for (int const error : {ENOSPC, EDQUOT, EFBIG}) {
    auto const claims = examine(after_write(-error)).claims;
    EXPECT_EQ(claims.cause.value, Cause::code_swallowed) << error;
    EXPECT_EQ(claims.victim.value, Victim::output) << error;
  }
  EXPECT_EQ(examine(after_write(-EAGAIN)).claims.cause.value, Cause::none);
}

TEST(Exited, AWriteThatSucceedsAtLastIsNotLost) {
  SystemCallRecord const again{first, first, "write(3, \"x\", 1)", "write", 1, Moment{3}};
  SystemCallRecord const close{first, first, "close(3)", "close", 0, Moment{2}};
  EXPECT_EQ(examine(after_write(-ENOSPC, {again})).claims.cause.value, Cause::none);
  EXPECT_EQ(examine(after_write(-ENOSPC, {close, again})).claims.cause.value, Cause::code_swallowed)
      << "that was another file";
}

TEST(Exited, SilentSuccessIsNothingWrong) {
  auto const claims = examine(lone(Exited{0})).claims;
  EXPECT_EQ(claims.cause.value, Cause::none);
  EXPECT_EQ(claims.victim.value, Victim::none);
  EXPECT_EQ(claims.report.value, Report::faithful);
  EXPECT_EQ(claims.blast.value, Blast::none);
}

TEST(Exited, SuccessThatComplainsIsNotCalledClean) {
  auto const claims = examine(said(lone(Exited{0}), "FATAL: 256 errors\n")).claims;
  EXPECT_EQ(claims.cause.value, std::nullopt);
  EXPECT_EQ(claims.report.value, std::nullopt);
}

TEST(Exited, WordsOfAFullDiskAreInferred) {
  auto const claims =
      examine(said(lone(Exited{1}), "cp: error writing 'b': No space left on device\n")).claims;
  EXPECT_EQ(claims.agent.value, Agent::kernel);
  EXPECT_EQ(claims.cause.value, Cause::res_disk);
  EXPECT_EQ(claims.cause.certainty, Certainty::inferred);
}

TEST(NotStarted, TheErrnoOfExecveIsTheCause) {
  struct Row {
    int number;
    int status;
    Cause cause;
  };
  for (auto const& [number, status, cause] :
       {Row{ENOENT, 127, Cause::exec_missing}, Row{EACCES, 126, Cause::exec_denied},
        Row{ENOEXEC, 126, Cause::exec_format}, Row{E2BIG, 126, Cause::exec_space},
        Row{ETXTBSY, 126, Cause::exec_denied}}) {
    auto fate = lone(Exited{status});
    fate.not_executed = number;
    auto const claims = examine(fate).claims;
    EXPECT_EQ(claims.agent.value, Agent::kernel);
    EXPECT_EQ(claims.cause.value, cause) << number;
    EXPECT_EQ(claims.cause.certainty, Certainty::observed);
  }
}

} // namespace
} // namespace whodunit::testing
