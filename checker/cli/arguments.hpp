// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How every command reads its arguments and speaks of what went wrong: the same words and statuses
/// everywhere.

#include "cli/command.hpp"
#include "fault/complaint.hpp"
#include "fault/error.hpp"

#include <optional>
#include <span>

namespace CLI {
class App;
}

namespace whodunit::cli {

/// Parses \p arguments with \p app. \return the status to leave with: `done` after `--help`
/// (printed on stdout), `bad_usage` after a usage error (said on stderr, with the nearest option);
/// nullopt when the command can go on.
std::optional<int> parse(CLI::App& app, Arguments arguments);

/// Says \p error on stderr. \return machine_cannot
int refuse(Error const& error);

/// Says every complaint on stderr, a line each. \return bad_usage
int refuse(std::span<Complaint const> complaints);

} // namespace whodunit::cli
