// SPDX-License-Identifier: MIT
#include "unwind/disassembler.hpp"

#include <capstone/capstone.h>

namespace whodunit {

std::string disassemble(std::string_view code, std::uint64_t address) {
#if defined(__x86_64__)
  constexpr auto architecture = CS_ARCH_X86;
  constexpr auto mode = CS_MODE_64;
#else
  constexpr auto architecture = CS_ARCH_ARM64;
  constexpr auto mode = CS_MODE_ARM;
#endif
  csh handle = 0;
  if (::cs_open(architecture, mode, &handle) != CS_ERR_OK)
    return {};
  cs_insn* instruction = nullptr;
  auto const count = ::cs_disasm(handle, reinterpret_cast<std::uint8_t const*>(code.data()),
                                 code.size(), address, 1, &instruction);
  std::string text;
  if (count > 0) {
    text = instruction->mnemonic;
    if (instruction->op_str[0] != '\0')
      text += std::string(" ") + instruction->op_str;
    ::cs_free(instruction, count);
  }
  ::cs_close(&handle);
  return text;
}

} // namespace whodunit
