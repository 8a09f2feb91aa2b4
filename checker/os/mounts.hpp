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

/// What is made anew for each run.
struct Scratch {
  Bytes size{16ULL << 20U}; ///< of /tmp, where the run begins
  /// Of the same, itself included: each takes a kibibyte of the kernel's memory, which no size of
  /// a file system limits.
  int inodes = 8192;
  Bytes other_size{16ULL << 20U};         ///< of each of the others
  std::filesystem::path core_folder = {}; ///< gets a file system of its own too; may be empty
  /// A program that must stay reachable with what lies beside it, even if it is below /tmp or, for
  /// root, in a folder of somebody else's.
  std::filesystem::path keep = {};
  std::filesystem::path writable = {}; ///< a folder that is not read-only; may be empty
};

/// Mounts a fresh /tmp and /dev/shm, and one over Scratch::core_folder if that is there, in a mount
/// namespace made for this run, and goes to /tmp.
Result<void> enter_scratch(Scratch const& scratch);

/// Covers \p folder, or /tmp if it is empty, by a small file system of this mount namespace alone,
/// and goes there: a core file that is written now is seen by nobody and gone with the namespace.
Result<void> cover_core_folder(std::filesystem::path const& folder);

/// The folder that an absolute core_pattern writes into; empty for a relative or piped one.
std::filesystem::path folder_of_core_pattern(std::string const& pattern);

} // namespace whodunit
