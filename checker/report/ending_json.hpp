// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// An ending as every JSON output has it.

#include "fate/ending.hpp"

#include <nlohmann/json.hpp>

namespace whodunit {

/// ``{"kind": "killed", "signal": "SIGFPE", "core_dumped": true}``.
nlohmann::ordered_json ending_json(Ending const& ending);

} // namespace whodunit
