// SPDX-License-Identifier: MIT
// Each program meets its fate when it is plainly run, and its healed twin does not.
#include "shelf.hpp"
#include "witness.hpp"

#include <gmock/gmock.h>
#include <sys/utsname.h>
#include <sys/wait.h>

namespace whodunit::content {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::filesystem::path program(std::string const& name) {
  return shipped().binary(name);
}

std::filesystem::path healed(std::string const& name) {
  return std::filesystem::path(WHODUNIT_BINARY_DIR) / "healed" / name;
}

bool on_x86_64() {
  utsname names{};
  return uname(&names) == 0 && std::string_view(names.machine) == "x86_64";
}

class Healed : public testing::TestWithParam<std::string> {};

TEST_P(Healed, DoesItsJobAndEndsWithZero) {
  Witnessed const seen = watch(healed(GetParam()));
  EXPECT_EQ(seen.wait_status, 0);
  EXPECT_THAT(seen.out, Not(IsEmpty()));
  EXPECT_THAT(seen.err, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Content, Healed, testing::ValuesIn(folders_in(folder("mysteries"))),
                         by_name);

TEST(PriceList, IsKilledBySigfpeAndPrintsNothing) {
  if (!on_x86_64())
    GTEST_SKIP() << "the division traps on x86-64 only";
  Witnessed const seen = watch(program("mystery000"));
  EXPECT_EQ(seen.wait_status, SIGFPE);
  EXPECT_THAT(seen.out, IsEmpty());
  EXPECT_THAT(seen.err, IsEmpty());
}

TEST(Map, DeclinesOutsideOfContainment) {
  Witnessed const seen = watch(program("mystery001"));
  EXPECT_EQ(seen.wait_status, W_EXITCODE(3, 0));
  EXPECT_THAT(seen.out, IsEmpty());
  EXPECT_THAT(seen.err, HasSubstr("whodunit run mystery001"));
  EXPECT_THAT(seen.err, HasSubstr("WHODUNIT_CONTAINED=1 mystery001"));
}

// Without a cgroup nothing stops it but a limit on its address space: then `new` does fail, and
// what it had touched until then is well above the memory that the case allows.
TEST(Map, ReallyUsesMoreMemoryThanTheCaseAllows) {
  Case const asked = case_of("mystery001");
  Witnessed const seen = watch(program("mystery001"), {true, 4 * asked.limits.memory.count});
  EXPECT_TRUE(WIFSIGNALED(seen.wait_status) && WTERMSIG(seen.wait_status) == SIGABRT);
  EXPECT_THAT(seen.err, HasSubstr("std::bad_alloc"));
  EXPECT_GT(static_cast<std::uint64_t>(seen.peak_kib) * 1024, 2 * asked.limits.memory.count);
}

TEST(Worker, SaysByeAndIsKilledBySigkill) {
  Witnessed const seen = watch(program("mystery002"));
  EXPECT_EQ(seen.wait_status, SIGKILL);
  EXPECT_THAT(seen.out, testing::EndsWith("bye\n"));
  EXPECT_THAT(seen.err, IsEmpty());
}

TEST(NightJobs, ExitWith137AndWriteTheWordThemselves) {
  Witnessed const seen = watch(program("mystery003"));
  EXPECT_EQ(seen.wait_status, W_EXITCODE(137, 0));
  EXPECT_EQ(seen.err, "Killed\n");
}

TEST(EveryFate, IsTheOneThatTheKeyExpects) {
  for (std::string const& name : folders_in(folder("mysteries"))) {
    SCOPED_TRACE(name);
    Witnessed const seen = watch(program(name));
    if (seen.err.find("WHODUNIT_CONTAINED") != std::string::npos)
      continue;
    Key const key = key_of(name);
    auto const ending = decode_wait_status(seen.wait_status);
    ASSERT_TRUE(ending);
    if (auto const* const killed = std::get_if<Killed>(&*ending)) {
      EXPECT_EQ(to_string(key.truth.at(Field::ending)), "killed");
      EXPECT_EQ(key.truth.at(Field::signal), Answer(SignalAnswer{killed->signal}));
      EXPECT_EQ(to_string(key.truth.at(Field::status)),
                std::to_string(128 + WTERMSIG(seen.wait_status)));
    } else {
      EXPECT_EQ(to_string(key.truth.at(Field::ending)), "exited");
      EXPECT_EQ(to_string(key.truth.at(Field::status)),
                std::to_string(std::get<Exited>(*ending).code));
    }
  }
}

} // namespace
} // namespace whodunit::content
