// SPDX-License-Identifier: MIT
#include "warden/stack.hpp"

#include "os/maps.hpp"

#include <algorithm>

namespace whodunit {
namespace {

constexpr std::size_t largest_stack = 256UL * 1024;
constexpr std::uint64_t red_zone = 128; // below the stack pointer, x86-64 psABI, 3.2.2
constexpr std::uint64_t page = 4096;
constexpr std::size_t longest_instruction = 15; // x86-64

std::string read_text(int tid, std::uint64_t address, std::size_t size) {
  std::string bytes(size, '\0');
  bytes.resize(ptrace::read_memory(tid, address,
                                   {reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()}));
  return bytes;
}

} // namespace

StackSnapshot take_snapshot(int tid, ptrace::Registers const& registers, std::string reason) {
  StackSnapshot snapshot;
  snapshot.reason = std::move(reason);
  snapshot.registers = registers.dwarf;
  snapshot.instruction_pointer = registers.instruction_pointer;
  snapshot.code = read_text(tid, registers.instruction_pointer, longest_instruction);
  snapshot.maps = maps::text(tid);
  auto mapping = maps::at(tid, registers.stack_pointer);
  if (!mapping) // it overflowed: the stack lies above
    mapping = maps::at(tid, (registers.stack_pointer | (page - 1)) + 1);
  if (!mapping)
    return snapshot;
  auto const below = registers.stack_pointer - std::min(registers.stack_pointer, red_zone);
  snapshot.stack_begin = std::max(mapping->begin, below);
  snapshot.stack =
      read_text(tid, snapshot.stack_begin,
                std::min<std::size_t>(mapping->end - snapshot.stack_begin, largest_stack));
  return snapshot;
}

} // namespace whodunit
