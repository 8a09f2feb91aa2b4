// SPDX-License-Identifier: MIT
#include "warden/divisor.hpp"

#include <array>
#include <cstring>

namespace whodunit {
namespace {

// Reads an instruction byte by byte; every read past the end makes it invalid.
class Cursor {
public:
  explicit Cursor(std::span<unsigned char const> code) : code_(code) {}
  std::uint8_t peek() const { return at_ < code_.size() ? code_[at_] : 0; }
  std::uint8_t take() {
    return at_ < code_.size() ? code_[at_++] : (valid_ = false, std::uint8_t{0});
  }
  std::int32_t take_signed(std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
      value |= std::uint32_t{take()} << (8 * i);
    return bytes == 1 ? static_cast<std::int8_t>(value) : static_cast<std::int32_t>(value);
  }
  std::size_t consumed() const { return at_; }
  bool valid() const { return valid_; }

private:
  std::span<unsigned char const> code_;
  std::size_t at_ = 0;
  bool valid_ = true;
};

struct Prefixes {
  bool narrow = false; // 0x66: 16-bit operand
  std::uint8_t rex = 0;
  bool bit(unsigned index) const { return ((rex >> index) & 1U) != 0; } // 0 B, 1 X, 2 R, 3 W
};

Prefixes take_prefixes(Cursor& cursor) {
  Prefixes prefixes;
  if (cursor.peek() == 0x66) {
    prefixes.narrow = true;
    cursor.take();
  }
  if ((cursor.peek() & 0xf0U) == 0x40U)
    prefixes.rex = cursor.take();
  return prefixes;
}

std::uint64_t take_address(Cursor& cursor, unsigned mod, unsigned rm, Prefixes prefixes,
                           ptrace::Registers const& registers) {
  auto const general = [&](unsigned low, unsigned extension_bit) {
    return registers.general[low + (prefixes.bit(extension_bit) ? 8U : 0U)];
  };
  std::uint64_t base = 0;
  bool relative_to_ip = false;
  bool no_base = false;
  if (rm == 4) {
    auto const sib = cursor.take();
    unsigned const scale = sib >> 6U;
    unsigned const index = (sib >> 3U) & 7U;
    unsigned const base_register = sib & 7U;
    no_base = base_register == 5 && mod == 0;
    if (!no_base)
      base = general(base_register, 0);
    if (index != 4 || prefixes.bit(1))
      base += general(index, 1) << scale;
  } else if (rm == 5 && mod == 0) {
    relative_to_ip = true;
  } else {
    base = general(rm, 0);
  }
  std::size_t const displacement_size =
      mod == 1 ? 1 : (mod == 2 || relative_to_ip || no_base ? 4 : 0);
  if (displacement_size > 0)
    base += static_cast<std::uint64_t>(std::int64_t{cursor.take_signed(displacement_size)});
  return relative_to_ip ? base + registers.instruction_pointer + cursor.consumed() : base;
}

std::int64_t extended(std::uint64_t raw, std::size_t bytes, bool is_signed) {
  if (bytes == 8)
    return static_cast<std::int64_t>(raw);
  auto const bits = 8 * bytes;
  std::uint64_t const value = raw & ((1ULL << bits) - 1);
  bool const negative = is_signed && ((value >> (bits - 1)) & 1U) != 0;
  return static_cast<std::int64_t>(negative ? value | ~((1ULL << bits) - 1) : value);
}

} // namespace

std::optional<std::int64_t> divisor_at(std::span<unsigned char const> code,
                                       ptrace::Registers const& registers,
                                       MemoryReader const& memory) {
  Cursor cursor(code);
  auto const prefixes = take_prefixes(cursor);
  auto const opcode = cursor.take();
  auto const modrm = cursor.take();
  unsigned const mod = modrm >> 6U;
  unsigned const operation = (modrm >> 3U) & 7U;
  unsigned const rm = modrm & 7U;
  bool const divides = (opcode == 0xf6 || opcode == 0xf7) && (operation == 6 || operation == 7);
  if (!divides || !cursor.valid())
    return std::nullopt;
  std::size_t const bytes = opcode == 0xf6 ? 1 : prefixes.bit(3) ? 8 : prefixes.narrow ? 2 : 4;
  bool const is_signed = operation == 7;
  if (mod == 3) {
    bool const high_byte = bytes == 1 && prefixes.rex == 0 && rm >= 4; // ah, ch, dh, bh
    auto const whole = registers.general[high_byte ? rm - 4 : rm + (prefixes.bit(0) ? 8U : 0U)];
    return extended(high_byte ? whole >> 8U : whole, bytes, is_signed);
  }
  auto const address = take_address(cursor, mod, rm, prefixes, registers);
  std::array<unsigned char, 8> operand{};
  if (!cursor.valid() || !memory(address, std::span(operand).first(bytes)))
    return std::nullopt;
  std::uint64_t raw = 0;
  std::memcpy(&raw, operand.data(), sizeof raw);
  return extended(raw, bytes, is_signed);
}

} // namespace whodunit
