// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Text for a terminal of 80 columns: breaks lines at spaces. Knows no colour.

#include <cstddef>
#include <string>
#include <string_view>

namespace whodunit::cli {

/// \p text in lines of at most \p width columns (a word that is longer keeps a line of its own),
/// each but the first with \p indent spaces in front, ended by a newline. The first line is taken
/// to begin at column \p indent already.
std::string paragraph(std::string_view text, std::size_t indent, std::size_t width = 80);

} // namespace whodunit::cli
