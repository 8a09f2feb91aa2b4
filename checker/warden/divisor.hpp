// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What an integer division divided by: reads the operand of the `div` or `idiv` at which a thread
/// stopped. Knows these two instructions of x86-64 and no others (Intel SDM volume 2, "DIV",
/// "IDIV", and table 2-2 for the addressing forms).

#include "os/ptrace.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace whodunit {

/// Reads \p into.size() bytes of the program's memory at an address; false if they are not all
/// there.
using MemoryReader = std::function<bool(std::uint64_t address, std::span<unsigned char> into)>;

/// The divisor, sign-extended for `idiv`. nullopt if \p code does not begin with such an
/// instruction, or its operand can't be read.
std::optional<std::int64_t> divisor_at(std::span<unsigned char const> code,
                                       ptrace::Registers const& registers,
                                       MemoryReader const& memory);

} // namespace whodunit
