// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The fates of cases that were run before, so that grading an unchanged case runs nothing. A cache
/// and no more: what cannot be read, or belongs to another run, is as good as absent.

#include "fault/error.hpp"
#include "warden/launch.hpp"
#include "warden/warden.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// All that a fate depends on. Program, its helpers and the warden count by path, size and time of
/// change to the nanosecond, which make and packages always renew; to read both whole for a hash
/// would cost more than the look-up itself. The means are the machine's tier, the launch holds the
/// limits. Equal identities: the same fate may be expected.
using RunIdentity = std::vector<std::uint8_t>;

/// \return an Error if \p launch's program or \p warden is not there.
Result<RunIdentity> identify_run(Launch const& launch, std::filesystem::path const& warden,
                                 Means const& means);

/// The kept fates of one folder. Any number of processes may use it at a time.
class FateStore {
public:
  /// Neither creates nor reads anything yet. There is one file in \p folder for each case.
  explicit FateStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The fate kept for \p case_name, if it is that of a run of \p identity.
  std::optional<Fate> load(std::string const& case_name, RunIdentity const& identity) const;
  /// Keeps \p fate in place of an older one, all or nothing, also when several processes do so at a
  /// time.
  Result<void> save(std::string const& case_name, RunIdentity const& identity,
                    Fate const& fate) const;

private:
  std::filesystem::path file_of(std::string const& case_name) const;
  std::filesystem::path folder_;
};

} // namespace whodunit
