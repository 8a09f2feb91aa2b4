// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A warden on a machine that allows so and so much, under a roof that holds what the tier itself
/// may not, and a census around every attack.

#include "autopsy/claim.hpp"
#include "census.hpp"
#include "os/cgroup.hpp"
#include "warden/warden.hpp"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace whodunit::test {

/// What the machine allows, from the strongest on.
enum class Tier {
  root, ///< namespaces and, where the machine has one, a cgroup
  user, ///< an ordinary user with a user namespace and no cgroup
  bare, ///< an ordinary user without namespaces, as under Docker's default profile
};
void PrintTo(Tier tier, std::ostream* out); ///< `root`, `user`, `bare`
std::string to_string(Tier tier);           ///< the same

/// One of the programs of this folder, contained, and limited by all that there is to limit.
Launch attack(std::string const& program);

/// The fixture: each test has a folder of its own as the working directory.
class InTier : public ::testing::Test {
public:
  InTier();
  ~InTier() override;

protected:
  /// Goes to \p tier and starts a warden there. Skips, or in CI fails, where it cannot be had.
  void enter(Tier tier);
  /// Runs it to its fate within the wall limit and a second, and then something harmless.
  Fate fate_of(Launch const& launch);
  /// The same, with a census around it.
  Autopsy held(Launch const& launch);
  Census census() const; ///< of what is there now
  /// The path of a program and the environment in which it is in the tier.
  std::string in_tier(std::string const& program) const;

  std::unique_ptr<Warden> warden_;
  Means means_;

private:
  void raise_roof();

  std::filesystem::path folder_;
  std::filesystem::path before_;
  std::vector<Cgroup> roof_;                  ///< at most one
  std::vector<std::filesystem::path> groups_; ///< where those of runs are made
};

} // namespace whodunit::test
