// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The rules that are proved by building and running: the fate, in every condition that the case
/// claims, and its absence from the healed program.

#include "authoring/dossier.hpp"
#include "authoring/toolchain.hpp"
#include "authoring/trial.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// A condition in which nothing was run, and why.
struct Skipped {
  std::string condition; ///< ``plain user``
  std::string reason;    ///< for a reader
};

/// What it takes to run cases; one per worker.
class Bench {
public:
  /// \p warden contains, \p builder does not; that of a plain user is started when it is needed.
  Bench(Installation const& installation, Warden warden, Warden builder)
      : installation_(installation), warden_(std::move(warden)), builder_(std::move(builder)) {}

  Warden& warden() { return warden_; }   ///< as whoever called us
  Warden& builder() { return builder_; } ///< the same, for compilers
  /// As nobody (uid 65534). An Error if we are not root, or it cannot be started.
  Result<Warden*> plain_users_warden();

private:
  Installation const& installation_;
  Warden warden_;
  Warden builder_;
  std::optional<Result<Warden>> plain_;
};

/// Builds and runs \p dossier's case: \p runs times as it is usually built, fewer times in every
/// other condition. Blocks for as long as that takes. \p count is increased by the runs made.
void check_runs(Bench& bench, Workshop const& workshop, Dossier const& dossier, int runs,
                Findings& findings, std::vector<Skipped>& skipped, std::size_t& count);

} // namespace whodunit
