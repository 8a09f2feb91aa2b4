// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Proves cases: every rule, for every case that is asked for, by several workers at a time.

#include "authoring/run_rules.hpp"
#include "authoring/set_rules.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace whodunit {

/// How much is proved.
struct VerifyOptions {
  int runs = 20; ///< of the usual build; every other condition gets a sixth, one at least
  int jobs = 2;  ///< workers, each with a warden of its own
};

/// A rule that a case waives, and was broken.
struct Waived {
  std::string rule;   ///< `compilers`
  std::string reason; ///< in its author's words
};

/// What verification says of one case.
struct CaseReport {
  std::string name;                  ///< `mystery004`
  std::string title;                 ///< empty if the manifest could not be read
  std::vector<Breach> findings;      ///< empty: it is proved
  std::vector<Waived> waived;        ///< rules that would have been broken
  std::vector<Skipped> skipped;      ///< conditions that this machine has not
  std::size_t runs = 0;              ///< processes started
  std::chrono::milliseconds spent{}; ///< time that it took
};

/// What verification says of a set.
struct VerifyReport {
  std::vector<CaseReport> cases; ///< those that were asked for, in their order
  Guesswork guesswork;           ///< over all cases of the set
};

/// Proves the cases called \p names of \p casebook, whose others are read too: what sets cases
/// apart can only be told beside them. \p done is called after each case, by one worker at a time.
/// An Error is ours or the machine's: no warden could be started, or there is no set.
Result<VerifyReport> verify(Casebook const& casebook, std::vector<std::string> const& names,
                            VerifyOptions const& options,
                            std::function<void(CaseReport const&)> const& done);

} // namespace whodunit
