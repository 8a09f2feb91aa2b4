// SPDX-License-Identifier: MIT
#include "tier.hpp"

#include "built.hpp"
#include "os/fd.hpp"

#include <cstdlib>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit::test {
namespace fs = std::filesystem;
namespace {

constexpr Bytes roof_memory{512U << 20U};
constexpr int roof_processes = 500;

fs::path own_folder() {
  std::string path = "/tmp/whodunit-test-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr)
    throw std::runtime_error("no folder of our own");
  ::chmod(path.c_str(), 0777); // the ordinary user works there too
  return path;
}

bool may_be_lacking() {
  return std::getenv("CI") == nullptr || ::geteuid() != 0;
}

} // namespace

std::string to_string(Tier tier) {
  return tier == Tier::root ? "root" : tier == Tier::user ? "user" : "bare";
}

void PrintTo(Tier tier, std::ostream* out) {
  *out << to_string(tier);
}

Launch attack(std::string const& program) {
  Launch launch;
  launch.arguments = {program};
  launch.executable = built("tests/hostile/") + program;
  launch.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C", marker()};
  launch.limits = {std::chrono::seconds(5), Bytes{64U << 20U}, Bytes{1U << 20U}, 64};
  return launch;
}

InTier::InTier() : folder_(own_folder()), before_(fs::current_path()) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1); // whoever escapes a warden becomes our child
  fs::current_path(folder_);
}

InTier::~InTier() {
  warden_.reset();
  fs::current_path(before_);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

// Where a cgroup can be had, it holds all that a test starts.
void InTier::raise_roof() {
  auto const place =
      find_cgroup_place("/sys/fs/cgroup", value_or(read_file("/proc/self/cgroup"), std::string{}));
  groups_ = {unified_hierarchy("/sys/fs/cgroup")};
  if (!place)
    return;
  if (place->cpu)
    groups_.push_back(*place->cpu);
  if (place->version != CgroupVersion::v1) {
    groups_.push_back(
        place->memory); // a group with processes of its own can't have the warden's beneath it
    return;
  }
  auto const name = cgroup_name(0);
  auto roof = Cgroup::create(*place, name, {roof_memory, roof_processes});
  ASSERT_TRUE(roof) << to_string(roof.error());
  roof_.push_back(std::move(*roof));
  groups_.push_back(place->memory / name);
  ::setenv("WHODUNIT_TIER_MEMORY", groups_.back().c_str(), 1);
  if (!place->pids)
    return;
  groups_.push_back(*place->pids / name);
  ::setenv("WHODUNIT_TIER_PIDS", groups_.back().c_str(), 1);
}

std::string InTier::in_tier(std::string const& program) const {
  ::setenv("WHODUNIT_TIER_PROGRAM", built(program).c_str(), 1);
  return built("tests/as_tier");
}

void InTier::enter(Tier tier) {
  if (tier == Tier::root && ::geteuid() != 0)
    GTEST_SKIP() << "not root";
  raise_roof();
  ::setenv("WHODUNIT_TIER", to_string(tier).c_str(), 1);
  auto started = Warden::start(in_tier("lib/whodunit/whodunit-warden"));
  if (!started && tier != Tier::root && may_be_lacking())
    GTEST_SKIP() << "no warden as an ordinary user: " << to_string(started.error());
  ASSERT_TRUE(started) << to_string(started.error());
  warden_ = std::make_unique<Warden>(std::move(*started));
  auto const means = warden_->means();
  ASSERT_TRUE(means) << to_string(means.error());
  means_ = *means;
  if (tier != Tier::bare && !means_.pid_namespace && may_be_lacking())
    GTEST_SKIP() << "no namespaces here: " << means_.namespaces_why;
  EXPECT_EQ(means_.pid_namespace, tier != Tier::bare) << means_.namespaces_why;
}

Census InTier::census() const {
  return Census::take({groups_, folder_});
}

Fate InTier::fate_of(Launch const& launch) {
  auto const start = std::chrono::steady_clock::now();
  auto fate = warden_->run(launch);
  auto const spent = std::chrono::steady_clock::now() - start;
  EXPECT_TRUE(fate) << to_string(fate.error());
  EXPECT_LE(spent, *launch.limits.wall + std::chrono::seconds(1));
  auto const after = warden_->run(attack("gone"));
  EXPECT_TRUE(after && after->ending == Ending(Exited{0})) << "the warden is not well";
  if (!roof_.empty()) {
    EXPECT_EQ(roof_.front().oom_kills(), 0U) << "it was the roof that held";
  }
  return fate ? std::move(*fate) : Fate{};
}

Autopsy InTier::held(Launch const& launch) {
  static_cast<void>(warden_->run(attack("gone"))); // what is kept is made
  auto const before = census();
  auto fate = fate_of(launch);
  EXPECT_EQ(before.changes_to(census()), "");
  return examine(std::move(fate));
}

} // namespace whodunit::test
