// SPDX-License-Identifier: MIT
// Programs that want to harm the machine, their neighbours or their observer: each meets its fate
// in time, and leaves nothing.
#include "tier.hpp"

#include <csignal>

namespace whodunit {
namespace {

using test::attack;
using test::Tier;

/// What is expected of one program.
struct Attack {
  std::string program;
  Ending ending;                       ///< of an Alive any state will do
  std::optional<Agent> agent = {};     ///< none: not obvious
  std::optional<LifeState> state = {}; ///< of an Alive; none: it changes
};
void PrintTo(Attack const& attack, std::ostream* out) {
  *out << attack.program;
}

Ending const alive = Alive{LifeState::running};

Ending killed(int signal) {
  return Killed{*Signal::from_number(signal), false};
}

// Whether a core was dumped, and in what state it was found, is not what is asked here.
Ending plain(Ending ending) {
  if (auto* const killed = std::get_if<Killed>(&ending))
    killed->core_dumped = false;
  return std::holds_alternative<Alive>(ending) ? alive : ending;
}

class Hostile : public test::InTier,
                public ::testing::WithParamInterface<std::tuple<Tier, Attack>> {};

TEST_P(Hostile, IsHeld) {
  auto const& [tier, expected] = GetParam();
  enter(tier);
  if (IsSkipped() || HasFatalFailure())
    return;
  auto launch = attack(expected.program);
  if (expected.ending == alive) // whoever meets its limit need not wait for long
    launch.limits.wall = std::chrono::seconds(2);
  auto const autopsy = held(launch);
  auto const& fate = autopsy.fate;
  auto const* const found = std::get_if<Alive>(&fate.ending);
  EXPECT_EQ(plain(fate.ending), expected.ending) << to_string(fate.ending);
  if (expected.agent) {
    EXPECT_EQ(autopsy.claims.agent.value, expected.agent);
  }
  if (expected.state && found != nullptr) {
    EXPECT_EQ(found->state, expected.state) << to_string(fate.ending);
  }
}

std::string named(::testing::TestParamInfo<std::tuple<Tier, Attack>> const& row) {
  return std::get<1>(row.param).program + "_as_" + to_string(std::get<0>(row.param));
}

// What every tier promises.
INSTANTIATE_TEST_SUITE_P(
    Everywhere, Hostile,
    ::testing::Combine(
        ::testing::Values(Tier::root, Tier::user, Tier::bare),
        ::testing::Values(
            Attack{"memory_touch", killed(SIGKILL), Agent::kernel},
            Attack{"memory_page_tables", killed(SIGKILL), Agent::kernel},
            Attack{"output_flood", alive}, Attack{"daemon", Exited{5}},
            Attack{"untraced_clone", Exited{0}}, Attack{"siblings_of_parent", Exited{0}},
            Attack{"ptrace_first", Exited{0}}, Attack{"vfork_escape", Exited{0}},
            Attack{"vfork_pause", alive, {}, LifeState::uninterruptible},
            Attack{"exec_from_thread", Exited{3}}, Attack{"exec_forever", alive},
            Attack{"close_everything", Exited{4}}, Attack{"foreign_descriptors", Exited{0}},
            Attack{"grandchild_holds_output", Exited{4}}, Attack{"stop_storm", alive},
            Attack{"signal_storm", alive},
            Attack{"ignore_everything", alive, Agent::self, LifeState::running},
            Attack{"odd_names", Exited{7}}, Attack{"odd_output", Exited{8}},
            Attack{"escalate", Exited{0}}, Attack{"zombies", Exited{9}}, Attack{"fork_bomb", alive},
            Attack{"thread_bomb", alive}, Attack{"kill_everybody", Exited{6}},
            Attack{"stop_both", alive, Agent::self, LifeState::stopped},
            Attack{"forge_fault", killed(SIGFPE), Agent::self}, Attack{"escalate_32bit", Exited{0}},
            Attack{"hamper_parent", Exited{0}})),
    named);

// What needs a view of the machine, or a PID namespace, of its own.
INSTANTIATE_TEST_SUITE_P(InNamespaces, Hostile,
                         ::testing::Combine(::testing::Values(Tier::root, Tier::user),
                                            ::testing::Values(Attack{"memory_files", Exited{0}},
                                                              Attack{"file_flood", Exited{0}},
                                                              Attack{"sparse_file", Exited{0}},
                                                              Attack{"big_core", killed(SIGABRT),
                                                                     Agent::self},
                                                              Attack{"raise_limit", Exited{0}})),
                         named);

// Memory that only a cgroup counts: without one there is little of it, or none.
class Uncounted : public test::InTier,
                  public ::testing::WithParamInterface<std::tuple<Tier, std::string>> {};

TEST_P(Uncounted, MemoryIsHeld) {
  auto const& [tier, program] = GetParam();
  enter(tier);
  if (IsSkipped() || HasFatalFailure())
    return;
  auto const fate = held(attack(program)).fate;
  EXPECT_NE(fate.oom_kills.empty(), fate.observed.memory_cgroup);
  if (!fate.observed.memory_cgroup) {
    EXPECT_EQ(fate.ending, Ending(Exited{0})) << to_string(fate.ending);
  }
}

INSTANTIATE_TEST_SUITE_P(In, Uncounted,
                         ::testing::Combine(::testing::Values(Tier::root, Tier::user, Tier::bare),
                                            ::testing::Values("memory_memfd", "memory_pipes",
                                                              "memory_sysv")),
                         [](auto const& row) {
                           return std::get<1>(row.param) + "_as_" +
                                  to_string(std::get<0>(row.param));
                         });

} // namespace
} // namespace whodunit
