// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"

#include "fault/complaint.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <fmt/format.h>

namespace whodunit {
namespace {

struct Mechanism {
  Cause cause;
  Certainty certainty;
  std::vector<Evidence> evidence = {};
};

// Nothing is ever mapped below this address (vm.mmap_min_addr), so a pointer into it was null, or
// null plus an offset.
constexpr std::uint64_t null_zone = 64ULL * 1024;
// A function reaches no further above its stack pointer than its own frame, nor further below than
// a page.
constexpr std::uint64_t frame_reach = 64ULL * 1024;
constexpr std::uint64_t page = 4096;
// A stack smaller than this was made small by somebody; the usual limit is 8 MiB.
constexpr std::uint64_t small_stack = 1024ULL * 1024;

// The first bytes: what is behind the instruction is not its own.
std::string hexadecimal(std::string_view bytes) {
  constexpr std::size_t enough = 4;
  std::string text;
  for (char const byte : bytes.substr(0, enough))
    text += fmt::format("{}{:02x}", text.empty() ? "" : " ", static_cast<unsigned char>(byte));
  return bytes.size() > enough ? text + " …" : text;
}

bool near_stack_pointer(SignalRecord const& record) {
  bool const in_reach = record.address + page >= record.stack_pointer &&
                        record.address < record.stack_pointer + frame_reach;
  // Writing upwards out of the top of the stack meets the first bytes of the next page; growing
  // downwards never does.
  bool const ran_upwards = record.address > record.stack_pointer && record.address % page < 64;
  return record.stack_pointer != 0 && in_reach && !ran_upwards;
}

Mechanism stack_used_up(Fate const& fate, SignalRecord const& record) {
  std::vector<Evidence> evidence{
      {"registers",
       fmt::format("the address is near the stack pointer, {:#x}", record.stack_pointer)}};
  auto const limit = std::ranges::find(fate.resource_limits, "RLIMIT_STACK", &ResourceLimit::name);
  if (limit == fate.resource_limits.end() || limit->soft >= small_stack)
    return {Cause::mem_stack_overflow, Certainty::inferred, std::move(evidence)};
  evidence.push_back({"getrlimit", fmt::format("RLIMIT_STACK is only {} bytes", limit->soft)});
  return {Cause::res_stack, Certainty::inferred, std::move(evidence)};
}

// Intel SDM, "Privileged Instructions": hlt, cli, sti, in, out, and of the two-byte ones wrmsr,
// rdmsr, mov to and from control registers, clts, invd, wbinvd.
bool is_privileged(std::string_view instruction) {
  constexpr std::string_view one_byte =
      "\xf4\xfa\xfb\xe4\xe5\xe6\xe7\xec\xed\xee\xef\x6c\x6d\x6e\x6f";
  constexpr std::string_view two_bytes = "\x06\x08\x09\x20\x21\x22\x23\x30\x32";
  if (instruction.empty())
    return false;
  if (instruction.size() > 1 && instruction[0] == '\x0f')
    return two_bytes.find(instruction[1]) != std::string_view::npos;
  return one_byte.find(instruction[0]) != std::string_view::npos;
}

// A guard page below a thread's stack allows nothing.
bool is_usable(std::optional<Mapping> const& mapping) {
  return mapping && !mapping->permissions.starts_with("---");
}

Evidence forbidden(SignalRecord const& record) {
  if (!record.mapping)
    return {"siginfo", "the page is mapped, its protection forbids this"};
  auto const& mapping = *record.mapping;
  auto const what =
      mapping.path.empty() ? std::string("anonymous memory") : printable(mapping.path);
  auto const* const how =
      record.address == record.instruction_pointer ? ": no instruction may be fetched there" : "";
  return {"/proc",
          fmt::format("the address lies in {}, mapped {}{}", what, mapping.permissions, how)};
}

Mechanism bad_access(Fate const& fate, SignalRecord const& record) {
  if (record.code == code_kernel && is_privileged(record.instruction))
    return {Cause::insn_privileged,
            Certainty::inferred,
            {{"instruction", hexadecimal(record.instruction)}}};
  if (record.code == code_kernel)
    return {Cause::mem_wild,
            Certainty::inferred,
            {{"siginfo",
              "SI_KERNEL without an address: on x86-64 an address that no pointer can have"}}};
  if (near_stack_pointer(record) && !is_usable(record.mapping))
    return stack_used_up(fate, record);
  if (record.code == SEGV_ACCERR)
    return {Cause::mem_protected, Certainty::observed, {forbidden(record)}};
  if (record.code != SEGV_MAPERR)
    return {Cause::mem_protected,
            Certainty::inferred,
            {{"siginfo", "the page is mapped, and a rule of the processor forbids this"}}};
  if (record.address < null_zone)
    return {Cause::mem_null,
            Certainty::inferred,
            {{"siginfo", "the address is null, or null plus a small offset"}}};
  return {Cause::mem_wild, Certainty::inferred, {{"siginfo", "nothing is mapped at that address"}}};
}

Mechanism bad_arithmetic(Fate const&, SignalRecord const& record) {
  if (record.code != FPE_INTDIV && record.code != FPE_INTOVF)
    return {Cause::arith_fp_trap, Certainty::observed};
  if (!record.divisor)
    return {Cause::arith_div_zero, Certainty::inferred};
  Evidence const divisor{
      "registers",
      fmt::format("the division at {:#x} (code from there: {}) has the divisor {}",
                  record.instruction_pointer, hexadecimal(record.instruction), *record.divisor)};
  return {*record.divisor == 0 ? Cause::arith_div_zero : Cause::arith_div_overflow,
          Certainty::observed,
          {divisor}};
}

Mechanism beyond_its_file(SignalRecord const& record) {
  if (!record.mapping || !record.mapping->file_size)
    return {Cause::mem_file_gone,
            Certainty::inferred,
            {{"siginfo", "the mapping has no page of its file there"}}};
  auto const& mapping = *record.mapping;
  auto const place = record.address - mapping.begin + mapping.offset;
  auto const size = mapping.file_size->count;
  auto const fact = fmt::format("the address is byte {} of {}, which has {}", place,
                                printable(mapping.path), size);
  bool const beyond = place >= (size + page - 1) / page * page;
  return beyond ? Mechanism{Cause::mem_file_gone, Certainty::observed, {{"/proc", fact}}}
                : Mechanism{Cause::mem_no_backing,
                            Certainty::inferred,
                            {{"/proc", fact + ": there is such a byte, and no page for it"}}};
}

Mechanism bad_backing(Fate const&, SignalRecord const& record) {
  if (record.code == BUS_ADRALN)
    return {Cause::mem_misaligned, Certainty::observed};
  if (record.code == BUS_MCEERR_AR || record.code == BUS_MCEERR_AO)
    return {
        Cause::mem_no_backing, Certainty::observed, {{"siginfo", "the hardware lost the page"}}};
  if (record.code == code_kernel)
    return {Cause::mem_wild,
            Certainty::inferred,
            {{"siginfo", "SI_KERNEL without an address: on x86-64 a stack or frame pointer that no "
                         "pointer can have"}}};
  return beyond_its_file(record);
}

Mechanism bad_instruction(Fate const&, SignalRecord const& record) {
  bool const made_to_trap =
      record.instruction.starts_with("\x0f\x0b") || record.instruction.starts_with("\x0f\xb9");
  std::vector<Evidence> evidence{
      {"instruction", hexadecimal(record.instruction) + (made_to_trap ? " (ud2 or ud1)" : "")}};
  return {made_to_trap ? Cause::insn_trap : Cause::insn_unsupported, Certainty::inferred,
          std::move(evidence)};
}

Mechanism trapped(Fate const&, SignalRecord const&) {
  return {Cause::insn_breakpoint, Certainty::inferred};
}

struct Reading {
  int signal;
  Mechanism (*read)(Fate const&, SignalRecord const&);
};
constexpr std::array readings{Reading{SIGSEGV, bad_access}, Reading{SIGFPE, bad_arithmetic},
                              Reading{SIGBUS, bad_backing}, Reading{SIGILL, bad_instruction},
                              Reading{SIGTRAP, trapped}};

} // namespace

Finding fault(Inquiry const& inquiry) {
  auto const& record = *inquiry.delivery;
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim), told_by_siginfo(record)};
  Finding finding{claim(Agent::cpu, Certainty::observed, evidence), {}};
  auto const* const reading = std::ranges::find(readings, record.signal.number(), &Reading::signal);
  if (reading == readings.end())
    return finding;
  auto mechanism = reading->read(inquiry.fate, record);
  std::ranges::move(mechanism.evidence, std::back_inserter(evidence));
  finding.cause = claim(mechanism.cause, mechanism.certainty, std::move(evidence));
  return finding;
}

} // namespace whodunit
