// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// An autopsy as one JSON object, schema `whodunit.autopsy/1`: docs/schema/autopsy-1.json says what
/// each member means. Always valid UTF-8, whatever bytes the command wrote or called itself.

#include "autopsy/claim.hpp"

#include <string>

namespace whodunit {

/// The object, indented, with a newline at its end.
std::string autopsy_json(Autopsy const& autopsy);

} // namespace whodunit
