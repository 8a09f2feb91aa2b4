// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Standing by while a command runs on our own streams, as a shell would.

#include "warden/warden.hpp"

namespace whodunit::cli {

/// Runs \p launch to its fate: it has the terminal, a stop of it stops us too, and signals that
/// come to us are passed on. Blocks; the terminal is ours again when it returns.
Result<Fate> attend(Warden& warden, Launch const& launch);

} // namespace whodunit::cli
