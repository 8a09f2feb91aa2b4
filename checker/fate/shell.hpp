// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What `$?` shows in the shells that people use: the only place in Whodunit that knows of 128+n.

#include "fate/ending.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace whodunit {

/// Shells that were measured, by the names of their programs.
enum class Shell { bash, dash, zsh, ksh93, mksh, fish, tcsh };

std::span<Shell const> all_shells();     ///< in the order above
std::string_view to_string(Shell shell); ///< the name above
/// Accepts the names above, `sh` (dash) and `ksh` (ksh93), also as a path such as `$SHELL` holds;
/// nullopt for others.
std::optional<Shell> parse_shell(std::string_view name);

/// `$?` (`$status`) of \p shell after a direct child ended so; nullopt while it lives (a job that
/// stopped is the exception: bash, dash and zsh report 128+signal).
std::optional<int> shell_status(Shell shell, Ending const& ending);

/// Everything that a status in \p shell can mean about the process itself: that a signal killed it
/// (whether with a core, a status does not tell: Killed::core_dumped is false here), that a signal
/// stopped it, that it exited so. Empty where no process gives that number.
std::vector<Ending> endings_behind(Shell shell, int status);

/// The largest number that `$?` can show in this shell: 255, or 320 in ksh93.
int largest_status(Shell shell);

} // namespace whodunit
