// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The calls that a thread was in, as far as they could be told from its stack.

#include <cstdint>
#include <string>
#include <vector>

namespace whodunit {

/// One call, and where in it the thread stood or will come back to.
struct Frame {
  std::uint64_t address = 0; ///< of the instruction
  std::string function;      ///< demangled; empty if no symbol covers the address
  std::string file;          ///< of the source; empty without debug information
  int line = 0;              ///< in \ref file; 0 if not known
  std::string module;        ///< the file that was mapped there; empty if none was
  std::uint64_t offset = 0;  ///< of \ref address in the module's own addresses
};

/// The calls of one thread, innermost first.
struct Backtrace {
  int process = 0;           ///< pid
  int thread = 0;            ///< its id
  std::string reason;        ///< `SIGSEGV`, or `time limit`
  std::string instruction;   ///< ``idiv dword ptr [rbp - 8]``; empty if it couldn't be read
  std::vector<Frame> frames; ///< at most 64
  bool complete = false;     ///< it goes to the first call of the thread
};

} // namespace whodunit
