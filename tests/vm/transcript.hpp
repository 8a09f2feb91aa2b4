// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What boot.sh brought back from the guest: for each scenario both its streams and its status.

#include <optional>
#include <string>

namespace whodunit::test {

/// How one scenario went in the guest.
struct Played {
  std::string out;
  std::string err;
  int status = -1; ///< as the guest's shell tells it: 128 + n for a signal
};

/// nullopt if there is no such scenario in the transcript.
std::optional<Played> played(std::string const& scenario);

/// Why there was no guest on this machine; nullopt if there was one.
std::optional<std::string> why_no_guest();

} // namespace whodunit::test
