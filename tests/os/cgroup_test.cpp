// SPDX-License-Identifier: MIT
#include "os/cgroup.hpp"

#include "os/fd.hpp"
#include "os/proc.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace fs = std::filesystem;
namespace {

Result<CgroupPlace> here() {
  return find_cgroup_place("/sys/fs/cgroup",
                           value_or(read_file("/proc/self/cgroup"), std::string{}));
}

bool skipped_for_good_reason(Result<CgroupPlace> const& place) {
  return !place && (std::getenv("CI") == nullptr || ::geteuid() != 0);
}

// A child in the group that touches \p size bytes. \return its wait status
int touch_in(Cgroup const& group, std::size_t size) {
  int const pid = ::fork();
  if (pid == 0) {
    if (group.join() != 0)
      ::_exit(99);
    auto* const memory = static_cast<char*>(
        ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    for (std::size_t at = 0; at < size; at += 4096)
      memory[at] = 1;
    ::_exit(7);
  }
  int status = -1;
  ::waitpid(pid, &status, 0);
  return status;
}

TEST(Cgroup, KillsAtItsLimitAndCountsIt) {
  auto const place = here();
  if (skipped_for_good_reason(place))
    GTEST_SKIP() << to_string(place.error());
  ASSERT_TRUE(place) << to_string(place.error());
  auto const group = Cgroup::create(*place, cgroup_name(1001), {Bytes{16U << 20U}, {}});
  ASSERT_TRUE(group) << to_string(group.error());
  EXPECT_EQ(touch_in(*group, 1U << 20U), 7 << 8);
  EXPECT_EQ(group->oom_kills(), 0U);
  EXPECT_EQ(touch_in(*group, 64U << 20U), SIGKILL);
  EXPECT_EQ(group->oom_kills(), 1U);
}

TEST(Cgroup, IsGoneAfterwards) {
  auto const place = here();
  if (skipped_for_good_reason(place))
    GTEST_SKIP() << to_string(place.error());
  ASSERT_TRUE(place) << to_string(place.error());
  auto const name = cgroup_name(1002);
  {
    auto const group = Cgroup::create(*place, name, {Bytes{16U << 20U}, 8});
    ASSERT_TRUE(group);
    EXPECT_TRUE(fs::exists(place->memory / name));
  }
  EXPECT_FALSE(fs::exists(place->memory / name));
}

// A file tree in the kernel's shape: a folder in which nothing hands out the memory controller.
TEST(CgroupPlace, WithoutTheMemoryControllerIsNone) {
  auto const root = fs::temp_directory_path() / ("whodunit-cgroup-" + std::to_string(::getpid()));
  fs::create_directories(root / "user.slice");
  std::ofstream(root / "cgroup.controllers") << "cpu memory\n";
  std::ofstream(root / "cgroup.subtree_control") << "cpu\n";
  auto const place = find_cgroup_place(root, "0::/user.slice\n");
  EXPECT_FALSE(place);
  fs::remove_all(root);
}

std::string own_space() {
  auto const link = fs::read_symlink("/proc/self/ns/pid").string(); // pid:[4026531836]
  return link.substr(5, link.size() - 6);
}

// The name that the group of another process would have.
std::string name_of_group(int pid, std::uint64_t start_time, std::string const& space) {
  return "whodunit-" + std::to_string(pid) + "-" + std::to_string(start_time) + "-" + space + "-1";
}

TEST(CgroupSweep, RemovesWhatADeadWardenLeftAndNothingElse) {
  auto const place = here();
  if (skipped_for_good_reason(place))
    GTEST_SKIP() << to_string(place.error());
  ASSERT_TRUE(place) << to_string(place.error());
  constexpr int nobodys_pid = 999'999'999;
  auto const dead = place->memory / name_of_group(nobodys_pid, 1, own_space());
  auto const elsewhere = place->memory / name_of_group(nobodys_pid, 1, "1");
  auto const mine = place->memory / cgroup_name(1003);
  auto const foreign = place->memory / "somebody-else";
  for (auto const& folder : {dead, elsewhere, mine, foreign})
    fs::create_directory(folder);
  sweep_cgroups(*place);
  EXPECT_FALSE(fs::exists(dead));
  EXPECT_TRUE(fs::exists(elsewhere)) << "a pid of another namespace tells nothing";
  EXPECT_TRUE(fs::exists(mine));
  EXPECT_TRUE(fs::exists(foreign));
  ::rmdir(elsewhere.c_str());
  ::rmdir(mine.c_str());
  ::rmdir(foreign.c_str());
}

// Where init never reaps, as in many a container, a warden that was killed stays a zombie.
TEST(CgroupSweep, RemovesWhatAZombieLeft) {
  auto const place = here();
  if (skipped_for_good_reason(place))
    GTEST_SKIP() << to_string(place.error());
  ASSERT_TRUE(place) << to_string(place.error());
  int const pid = ::fork();
  if (pid == 0)
    ::_exit(0);
  siginfo_t ended{};
  ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED | WNOWAIT), 0);
  auto const zombie = proc::stat(pid);
  ASSERT_TRUE(zombie);
  auto const left = place->memory / name_of_group(pid, zombie->start_time, own_space());
  fs::create_directory(left);
  sweep_cgroups(*place);
  EXPECT_FALSE(fs::exists(left));
  ::rmdir(left.c_str());
  ::waitpid(pid, nullptr, 0);
}

} // namespace
} // namespace whodunit
