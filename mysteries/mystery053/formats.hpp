// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// What turns the bytes of a file into a line for the viewer.
using Decoder = std::string (*)(std::string_view bytes);

// Each codec makes itself known under the ending of its files.
bool add_format(std::string const& ending, Decoder decoder);

// The decoder for files of that ending, or none.
Decoder format_for(std::string const& ending);
