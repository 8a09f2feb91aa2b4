// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// One machine instruction in words, with Capstone.

#include <cstdint>
#include <string>
#include <string_view>

namespace whodunit {

/// ``idiv dword ptr [rbp - 8]`` for the first instruction in \p code, in Intel's syntax; empty if
/// the bytes are none. \param address at which the code stands
std::string disassemble(std::string_view code, std::uint64_t address);

} // namespace whodunit
