// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What would be seen if a value were the right one: the heart of most reasons (signs.def).

#include "fate/vocabulary.hpp"

#include <string>
#include <string_view>

namespace whodunit {

/// The sign of \p value, with commands for \p program. Speaks of \p value alone. Empty for the
/// values of `ending` and `core`, which have rules of their own.
std::string sign_of(Term value, std::string_view program);

/// What tells the members of a family of causes apart; empty for a family of one.
std::string look_of(std::string_view family, std::string_view program);

} // namespace whodunit
