// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Deaths by SIGKILL that nobody aimed at one process: those that come to everybody in a PID
/// namespace or in a cgroup.

#include "autopsy/inquiry.hpp"

#include <optional>

namespace whodunit {

/// The init whose end took \p process with it: of its PID namespace, or of one around that
/// (pid_namespaces(7), "The namespace init process"). nullptr if that was not how it died.
ProcessRecord const* fallen_init(Fate const& fate, ProcessRecord const& process);

/// The write to a cgroup.kill that can have ended \p process; nullptr if none was seen.
GroupKill const* find_group_kill(Fate const& fate, ProcessRecord const& process);

// Where one of these is what happened to the victim.
std::optional<Finding> killed_with_namespace(Inquiry const& inquiry); ///< by its init's end
std::optional<Finding> killed_with_cgroup(Inquiry const& inquiry);    ///< by a write to cgroup.kill

} // namespace whodunit
