// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Bytes from outside on their way into JSON, which knows UTF-8 only.

#include <string>
#include <string_view>

namespace whodunit {

/// Whether \p text is UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above U+10FFFF).
bool is_utf8(std::string_view text);

/// \p text without the beginning of a character at its end that a cap has cut in two.
std::string_view without_cut_character(std::string_view text);

/// A name or a line: as it is where that is UTF-8, else with its stray bytes in hexadecimal.
std::string as_utf8(std::string_view bytes);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

} // namespace whodunit
