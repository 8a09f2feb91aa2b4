// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Entering and leaving namespaces (namespaces(7)), and giving up privileges. All of it changes the
/// calling process, which must have one thread.

#include "fault/error.hpp"

namespace whodunit {

/// A user namespace in which our own uid and gid are mapped to themselves, with all capabilities
/// inside it.
Result<void> enter_user_namespace();
/// Mount, IPC and network namespaces of our own; loopback is up, nothing else is there.
Result<void> enter_private_namespaces();
/// From now on children are born into a new PID namespace, the first of them as its init. May be
/// called again by root only: inside a user namespace the way back to our own is barred.
Result<void> renew_child_pid_namespace();
/// A mount namespace that starts as a copy of the present one.
Result<void> copy_mount_namespace();
/// Joins mount, IPC and network namespaces of the process behind \p pidfd (setns(2), Linux 5.8).
Result<void> join_namespaces(int pidfd);
/// What drop_privileges() leaves.
enum class Keep {
  nothing,
  /// To uid 0 alone CAP_SETFCAP, without which it could not be uid 0 of a user namespace of its own
  /// (user_namespaces(7), Linux 5.12); with no_new_privs it gives nothing else.
  own_user_namespace,
};
/// no_new_privs, an empty bounding set and no capabilities: what is left even to uid 0 is what its
/// files' owner may do.
Result<void> drop_privileges(Keep keep);

} // namespace whodunit
