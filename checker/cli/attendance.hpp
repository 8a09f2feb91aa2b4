// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Standing by while a command runs on our own streams, as a shell would.

#include "warden/warden.hpp"

namespace whodunit::cli {

/// Runs \p launch to its fate: it has the terminal, a stop of it stops us too, and signals that
/// come to us are passed on. Blocks; the terminal is ours again when it returns.
/// \param started may be empty; is told the number of its first process before that begins
Result<Fate> attend(Warden& warden, Launch const& launch,
                    std::function<void(int pid)> const& started = {});

} // namespace whodunit::cli
