// SPDX-License-Identifier: MIT
// The programs of the prologue as they are plainly run, without the warden. What holds of every
// case is for `author verify` to prove (content.every_case_is_proved).
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

bool on_x86_64() {
  utsname names{};
  return uname(&names) == 0 && std::string_view(names.machine) == "x86_64";
}

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

} // namespace
} // namespace whodunit::content
