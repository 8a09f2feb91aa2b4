// SPDX-License-Identifier: MIT
// 134: only the last words on stderr tell one from the other.
#include "fate/signal_code.hpp"
#include "made_fate.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

Fate aborted() {
  auto fate = lone(killed_by(SIGABRT));
  fate.signals.push_back(delivered(SIGABRT, code_tkill, first));
  fate.kill_calls.push_back({"tgkill", first, first, SIGABRT, Moment{300}});
  return fate;
}

struct Words {
  std::string said;
  Cause cause;
};
void PrintTo(Words const& words, std::ostream* out) {
  *out << words.said;
}

class LastWords : public ::testing::TestWithParam<Words> {};

TEST_P(LastWords, TellTheCause) {
  auto const claims = examine(said(aborted(), "working\n" + GetParam().said + "\n")).claims;
  EXPECT_EQ(claims.cause.value, GetParam().cause);
  EXPECT_EQ(claims.agent.value, Agent::runtime);
  EXPECT_EQ(claims.agent.certainty, Certainty::inferred)
      << "a program can write these words itself";
}

INSTANTIATE_TEST_SUITE_P(
    Messages, LastWords,
    ::testing::Values(
        Words{"prog: main.cpp:7: int main(): Assertion `x > 0' failed.", Cause::check_assert},
        Words{"/usr/include/c++/12/bits/stl_vector.h:1123: Assertion '__n < this->size()' failed.",
              Cause::check_assert},
        Words{"*** bit out of range 0 - FD_SETSIZE on fd_set ***: terminated", Cause::check_assert},
        Words{"terminate called after throwing an instance of 'std::out_of_range'\n  what():  at",
              Cause::cxx_uncaught},
        Words{"terminate called without an active exception", Cause::cxx_terminate},
        Words{"FATAL: exception not rethrown", Cause::cxx_terminate},
        Words{"pure virtual method called\nterminate called without an active exception",
              Cause::cxx_lifetime},
        Words{"terminate called after throwing an instance of '__gnu_cxx::recursive_init_error'",
              Cause::cxx_lifetime},
        Words{"free(): double free detected in tcache 2", Cause::mem_bad_free},
        Words{"free(): invalid pointer", Cause::mem_bad_free},
        Words{"munmap_chunk(): invalid pointer", Cause::mem_bad_free},
        Words{"double free or corruption (out)", Cause::mem_heap_corrupt},
        Words{"malloc(): corrupted top size", Cause::mem_heap_corrupt},
        Words{"corrupted size vs. prev_size", Cause::mem_heap_corrupt},
        Words{"*** stack smashing detected ***: terminated", Cause::mem_stack_smash},
        Words{"*** buffer overflow detected ***: terminated", Cause::mem_stack_smash},
        Words{"terminate called after throwing an instance of 'std::system_error'\n  what():  "
              "Resource temporarily "
              "unavailable",
              Cause::res_tasks}));

TEST(Aborted, BadAllocUnderAnAddressSpaceLimitIsTheLimit) {
  std::string const words = "terminate called after throwing an instance of 'std::bad_alloc'\n  "
                            "what():  std::bad_alloc\n";
  auto fate = said(aborted(), words);
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::cxx_uncaught);
  fate.resource_limits.push_back({"RLIMIT_AS", 64 << 20, 64 << 20});
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::res_address_space);
}

TEST(Aborted, SilentAbortIsTheProgramsOwn) {
  auto const claims = examine(aborted()).claims;
  EXPECT_EQ(claims.agent.value, Agent::self);
  EXPECT_EQ(claims.cause.value, Cause::check_assert);
}

TEST(Aborted, WordsThatNobodyReadBearNoClaim) {
  auto fate = aborted();
  fate.observed.captured = false;
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, std::nullopt);
  EXPECT_EQ(claims.cause.value, std::nullopt);
}

TEST(Aborted, EvidenceHoldsNoControlCharacter) {
  auto const claims = examine(said(aborted(), "\x1b[31mfree(): invalid pointer\x07\n")).claims;
  for (auto const& evidence : claims.cause.evidence)
    EXPECT_EQ(evidence.fact.find('\x1b'), std::string::npos) << evidence.fact;
}

} // namespace
} // namespace whodunit::testing
