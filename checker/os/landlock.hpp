// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A Landlock domain (landlock(7)): keeps a process from reaching others where it has no PID
/// namespace. Restricts no file.

namespace whodunit {

/// From now on the calling process and its descendants may trace only each other, and where the
/// kernel knows how (6.12), send signals only to each other. Needs no_new_privs; does nothing where
/// the kernel has no Landlock, for this is a second line of defence.
void enter_landlock_domain();

} // namespace whodunit
