// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The one text of an answer, however it was written: equal answers have equal texts.

#include "fate/answer.hpp"

#include <string>

namespace whodunit {

/// `136`, `SIGFPE`, `arith.div-zero`; a word without case, quotes and a trailing `()`.
std::string canonical(Answer const& answer);

} // namespace whodunit
