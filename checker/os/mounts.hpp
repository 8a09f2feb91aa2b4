// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a contained process sees of the file system: everything read-only, a small /dev, a /proc of
/// its own, an empty /run, and per run a fresh /tmp and /dev/shm that vanish with its last process.
/// Only ever called in a mount namespace of our own.

#include "fate/fate.hpp"
#include "fault/error.hpp"

#include <filesystem>
#include <string>

namespace whodunit {

/// Turns the calling process's mount namespace into the view above (without the parts that are made
/// per run), of which a run can change nothing.
Result<void> make_private_view();

/// Mounts a fresh /tmp and /dev/shm, and one over \p core_folder if that is there, of at most \p
/// size each, in a mount namespace made for this run, and goes to /tmp. \param core_folder may be
/// empty \param keep a file that must stay reachable even if it is below /tmp
Result<void> enter_scratch(Bytes size, std::filesystem::path const& core_folder,
                           std::filesystem::path const& keep);

/// Covers \p folder, or /tmp if it is empty, by a small file system of this mount namespace alone,
/// and goes there: a core file that is written now is seen by nobody and gone with the namespace.
Result<void> cover_core_folder(std::filesystem::path const& folder);

/// The folder that an absolute core_pattern writes into; empty for a relative or piped one.
std::filesystem::path folder_of_core_pattern(std::string const& pattern);

} // namespace whodunit
