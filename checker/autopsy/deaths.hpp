// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Which of the processes of a tree is the one whose death decided the run, and what a status says
/// of a death that is not the process's own.

#include "fate/fate.hpp"

#include <optional>

namespace whodunit {

/// The signal that an exit status imitates: n of 128+n, where n ends a process by default.
std::optional<Signal> imitated_signal(int code);

/// Whether the process is a shell or a shell script, by the file that it runs, else by its name.
bool is_shell(ProcessRecord const& process);

/// A descendant of the first process that died of a fault, an abort or a SIGKILL which no relative
/// above it sent; nullptr if none did. The last one in time: the failure that a parent reports is
/// usually the latest.
ProcessRecord const* failed_descendant(Fate const& fate);

/// Whether a shell above \p dead was told of a failure: nobody in between made a success of it.
bool reached_shell(Fate const& fate, ProcessRecord const& dead);

/// The process whose end is to be explained: the first one, or a descendant whose death it only
/// reports. \pre the fate has a first process.
ProcessRecord const& find_victim(Fate const& fate);

} // namespace whodunit
