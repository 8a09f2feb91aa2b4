// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a machine allows, as text and as JSON (schema `whodunit.doctor/1`): tier by tier what
/// works, what a missing permission costs, and how to get it.

#include "warden/warden.hpp"

#include <string>
#include <utility>
#include <vector>

namespace whodunit {

/// What was found on this machine.
struct Machine {
  Means means;                                     ///< as Warden::means() found them by trying
  std::string kernel;                              ///< release, as uname(2) gives it
  std::string architecture;                        ///< `x86_64`
  std::vector<std::pair<std::string, bool>> tools; ///< name, and whether it is on PATH
};

/// The object, indented, with a newline at its end. Valid UTF-8.
std::string doctor_json(Machine const& machine);
/// For a reader, at most \p width columns wide.
std::string doctor_text(Machine const& machine, std::size_t width = 78);

} // namespace whodunit
