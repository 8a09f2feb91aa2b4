// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The map: what whoever solved so many cases knows by now.

#include "casebook/case.hpp"
#include "report/terminal.hpp"

#include <set>
#include <span>
#include <string>

namespace whodunit {

/// A line for each solved case with what it taught, and one for each that is still open.
void show_map(Terminal const& screen, std::span<Case const> cases,
              std::set<std::string> const& solved);

} // namespace whodunit
