// SPDX-License-Identifier: MIT
#include "warden/divisor.hpp"

#include <cstring>
#include <gtest/gtest.h>
#include <vector>

namespace whodunit {
namespace {

using Code = std::vector<unsigned char>;

// Eight bytes of memory at one address.
struct Memory {
  std::uint64_t address = 0;
  std::int64_t value = 0;
  bool operator()(std::uint64_t wanted, std::span<unsigned char> into) const {
    if (wanted != address || into.size() > sizeof value)
      return false;
    std::memcpy(into.data(), &value, into.size());
    return true;
  }
};

std::optional<std::int64_t> divisor(Code const& code, ptrace::Registers const& registers,
                                    Memory const& memory = {}) {
  return divisor_at(code, registers, memory);
}

TEST(Divisor, IsReadFromARegister) {
  ptrace::Registers registers;
  registers.general[1] = 0xffffffff00000000;      // rcx: only its lower half counts
  EXPECT_EQ(divisor({0xf7, 0xf9}, registers), 0); // idiv ecx
}

TEST(Divisor, IsSignExtendedForIdivOnly) {
  ptrace::Registers registers;
  registers.general[1] = 0xffffffff;
  EXPECT_EQ(divisor({0xf7, 0xf9}, registers), -1);         // idiv ecx
  EXPECT_EQ(divisor({0xf7, 0xf1}, registers), 0xffffffff); // div ecx
}

TEST(Divisor, IsReadFromTheStackFrame) {
  ptrace::Registers registers;
  registers.general[5] = 0x7000;
  EXPECT_EQ(divisor({0xf7, 0x7d, 0xec}, registers, {0x7000 - 0x14, 42}), 42); // idivl -0x14(%rbp)
}

TEST(Divisor, IsReadThroughAnIndex) {
  ptrace::Registers registers;
  registers.general[0] = 0x1000;                                     // rax
  registers.general[2] = 3;                                          // rdx
  EXPECT_EQ(divisor({0xf7, 0x3c, 0x90}, registers, {0x100c, 7}), 7); // idivl (%rax,%rdx,4)
}

TEST(Divisor, IsReadRelativeToTheInstruction) {
  ptrace::Registers registers;
  registers.instruction_pointer = 0x400000;
  EXPECT_EQ(divisor({0xf7, 0x3d, 0x10, 0, 0, 0}, registers, {0x400016, -5}),
            -5); // idivl 0x10(%rip)
}

TEST(Divisor, OfSixtyFourBitsIsReadWhole) {
  ptrace::Registers registers;
  registers.general[9] = 0x100000000;                             // r9
  EXPECT_EQ(divisor({0x49, 0xf7, 0xf9}, registers), 0x100000000); // idiv r9
}

TEST(Divisor, OfAHighByteIsReadFromBitsEightToFifteen) {
  ptrace::Registers registers;
  registers.general[1] = 0x0300;
  EXPECT_EQ(divisor({0xf6, 0xf5}, registers), 3); // div ch
}

TEST(Divisor, OfAnotherInstructionIsUnknown) {
  EXPECT_EQ(divisor({0x90}, {}), std::nullopt);
  EXPECT_EQ(divisor({0xf7, 0xd9}, {}), std::nullopt); // neg ecx
  EXPECT_EQ(divisor({}, {}), std::nullopt);
  EXPECT_EQ(divisor({0xf7, 0xbd, 0x00}, {}), std::nullopt); // cut short
}

TEST(Divisor, InMemoryThatCannotBeReadIsUnknown) {
  EXPECT_EQ(divisor({0xf7, 0x38}, {}, {0x1234, 1}), std::nullopt); // idivl (%rax)
}

} // namespace
} // namespace whodunit
