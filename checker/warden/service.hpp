// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What the warden's process does: answers requests on its socket, one after another, until the
/// other side is gone.

#include "warden/channel.hpp"

namespace whodunit {

/// Serves until the checker closes its end; returns when nothing of any run is
/// left. Single-threaded. \return the exit status of the process
int serve(Channel channel);

} // namespace whodunit
