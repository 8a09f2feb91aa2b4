// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How names that people type are compared: as they mean them, not as they spell them. Knows no
/// name itself.

#include <string>
#include <string_view>

namespace whodunit {

/// \p text without what makes no difference between two names: case, spaces, `-`, `_`, quotes and
/// apostrophes, an article in front, a full stop or a question or exclamation mark at the end.
/// ``The null-pointer!`` and ``NullPointer`` fold alike.
std::string folded(std::string_view text);

/// Whether both fold to the same, and to something.
bool same_name(std::string_view a, std::string_view b);

/// \p text with A to Z as a to z; other bytes stay.
std::string lower_case(std::string_view text);

/// \p text without white space at its ends.
std::string_view trimmed(std::string_view text);

} // namespace whodunit
