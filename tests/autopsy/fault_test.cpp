// SPDX-License-Identifier: MIT
// Signals that the CPU raises: what si_code, address and registers tell apart.
#include "fate/signal_code.hpp"
#include "made_fate.hpp"

#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

Claims claims_of(SignalRecord record) {
  return examine(faulted(std::move(record))).claims;
}

SignalRecord division(std::optional<std::int64_t> divisor) {
  auto record = fault(SIGFPE, FPE_INTDIV, 0x401136);
  record.divisor = divisor;
  return record;
}

TEST(Fault, DivisorZeroInTheRegisterIsAnObservedDivisionByZero) {
  auto const claims = claims_of(division(0));
  EXPECT_EQ(claims.agent.value, Agent::cpu);
  EXPECT_EQ(claims.agent.certainty, Certainty::observed);
  EXPECT_EQ(claims.cause.value, Cause::arith_div_zero);
  EXPECT_EQ(claims.cause.certainty, Certainty::observed);
  EXPECT_EQ(claims.victim.value, Victim::self);
  EXPECT_EQ(claims.report.value, Report::faithful);
  EXPECT_EQ(claims.blast.value, Blast::process);
}

TEST(Fault, DivisorMinusOneIsAnOverflow) {
  auto const claims = claims_of(division(-1));
  EXPECT_EQ(claims.cause.value, Cause::arith_div_overflow);
  EXPECT_EQ(claims.cause.certainty, Certainty::observed);
}

TEST(Fault, UndecodedDivisionIsOnlyInferred) {
  auto const claims = claims_of(division(std::nullopt));
  EXPECT_EQ(claims.cause.value, Cause::arith_div_zero);
  EXPECT_EQ(claims.cause.certainty, Certainty::inferred);
}

TEST(Fault, FloatingPointCodesAreATrapThatSomebodyUnmasked) {
  EXPECT_EQ(claims_of(fault(SIGFPE, FPE_FLTDIV, 0x401136)).cause.value, Cause::arith_fp_trap);
  EXPECT_EQ(claims_of(fault(SIGFPE, FPE_FLTINV, 0x401136)).cause.value, Cause::arith_fp_trap);
}

TEST(Fault, AddressesBelow64KiBAreNullPointers) {
  EXPECT_EQ(claims_of(fault(SIGSEGV, SEGV_MAPERR, 0)).cause.value, Cause::mem_null);
  EXPECT_EQ(claims_of(fault(SIGSEGV, SEGV_MAPERR, 0xffff)).cause.value, Cause::mem_null);
  EXPECT_EQ(claims_of(fault(SIGSEGV, SEGV_MAPERR, 0x10000)).cause.value, Cause::mem_wild);
}

TEST(Fault, ForbiddenAccessToAMappedPageIsProtected) {
  auto const claims = claims_of(fault(SIGSEGV, SEGV_ACCERR, 0x402010));
  EXPECT_EQ(claims.cause.value, Cause::mem_protected);
  EXPECT_EQ(claims.cause.certainty, Certainty::observed);
}

TEST(Fault, SegvFromTheKernelWithoutAddressIsAWildPointerNotANullOne) {
  auto const claims = claims_of(fault(SIGSEGV, code_kernel, 0));
  EXPECT_EQ(claims.agent.value, Agent::cpu);
  EXPECT_EQ(claims.cause.value, Cause::mem_wild);
}

TEST(Fault, PrivilegedInstructionIsToldByItsBytes) {
  auto record = fault(SIGSEGV, code_kernel, 0);
  record.instruction = "\xf4\x90";
  EXPECT_EQ(claims_of(record).cause.value, Cause::insn_privileged);
  record.instruction = "\x0f\x0b";
  EXPECT_EQ(claims_of(record).cause.value, Cause::mem_wild);
}

TEST(Fault, AnAddressAtTheStackPointerIsAStackUsedUp) {
  auto record = fault(SIGSEGV, SEGV_MAPERR, 0x7ffd00000ff8);
  EXPECT_EQ(claims_of(record).cause.value, Cause::mem_stack_overflow);
  record.code = SEGV_ACCERR; // the guard page of a thread
  EXPECT_EQ(claims_of(record).cause.value, Cause::mem_stack_overflow);
}

TEST(Fault, WritingUpOutOfTheStackIsNoStackOverflow) {
  EXPECT_EQ(claims_of(fault(SIGSEGV, SEGV_MAPERR, 0x7ffd00003000)).cause.value, Cause::mem_wild);
}

TEST(Fault, ASmallStackLimitIsALimitNotARecursion) {
  auto fate = faulted(fault(SIGSEGV, SEGV_MAPERR, 0x7ffd00000ff8));
  fate.resource_limits.push_back({"RLIMIT_STACK", 64 * 1024, 64 * 1024});
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::res_stack);
  fate.resource_limits[0].soft = 8 << 20;
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::mem_stack_overflow);
}

TEST(Fault, AHandlerWithoutStackFaultsTwiceAndTheFirstFaultTells) {
  auto fate = faulted(fault(SIGSEGV, SEGV_MAPERR, 0x7ffd00000ff8));
  fate.signals.push_back(fault(SIGSEGV, code_kernel, 0));
  EXPECT_EQ(examine(fate).claims.cause.value, Cause::mem_stack_overflow);
}

TEST(Fault, BusErrorsAreToldApartByTheirCode) {
  EXPECT_EQ(claims_of(fault(SIGBUS, BUS_ADRERR, 0x7f0000001000)).cause.value, Cause::mem_file_gone);
  EXPECT_EQ(claims_of(fault(SIGBUS, BUS_ADRALN, 0)).cause.value, Cause::mem_misaligned);
  EXPECT_EQ(claims_of(fault(SIGBUS, BUS_MCEERR_AR, 0x7f0000001000)).cause.value,
            Cause::mem_no_backing);
  EXPECT_EQ(claims_of(fault(SIGBUS, code_kernel, 0)).cause.value, Cause::mem_wild);
}

TEST(Fault, IllegalInstructionIsATrapOnlyIfTheBytesAreOne) {
  auto record = fault(SIGILL, ILL_ILLOPN, 0x401136);
  record.instruction = "\x0f\x0b\x55";
  EXPECT_EQ(claims_of(record).cause.value, Cause::insn_trap);
  record.instruction = "\xc5\x01\x02";
  EXPECT_EQ(claims_of(record).cause.value, Cause::insn_unsupported);
}

TEST(Fault, ABreakpointWithoutDebuggerIsNamed) {
  EXPECT_EQ(claims_of(fault(SIGTRAP, code_kernel, 0)).cause.value, Cause::insn_breakpoint);
}

TEST(Fault, UntracedSegvIsInferredAndItsCauseUnknown) {
  auto fate = lone(killed_by(SIGSEGV));
  fate.observed = {};
  auto const claims = examine(fate).claims;
  EXPECT_EQ(claims.agent.value, Agent::cpu);
  EXPECT_EQ(claims.agent.certainty, Certainty::inferred);
  EXPECT_EQ(claims.cause.value, std::nullopt);
  EXPECT_EQ(claims.cause.certainty, Certainty::unknown);
}

TEST(Fault, ARuleOfTheProcessorIsNoHoleInTheAddressSpace) {
  auto const claims = examine(faulted(fault(SIGSEGV, SEGV_PKUERR, 0x7f0000001000))).claims;
  EXPECT_EQ(claims.cause.value, Cause::mem_protected);
  EXPECT_EQ(claims.cause.certainty, Certainty::inferred);
}

} // namespace
} // namespace whodunit::testing
