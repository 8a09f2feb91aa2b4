// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What the warden's process does: answers requests on its socket, one after another, until the
/// other side is gone.

#include "warden/channel.hpp"

namespace whodunit {

/// The descriptor on which a warden finds its socket.
inline constexpr int warden_socket = 3;

/// Serves until the checker closes its end or SIGTERM comes; returns when nothing of any run is
/// left. Single-threaded. \return the exit status of the process
int serve(Channel channel);

} // namespace whodunit
