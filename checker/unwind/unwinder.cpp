// SPDX-License-Identifier: MIT
#include "unwind/unwinder.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cxxabi.h>
#include <elfutils/libdwfl.h>
#include <memory>
#include <optional>

namespace whodunit {
namespace {

constexpr std::size_t most_frames = 64;
constexpr std::size_t return_address_register = 16; // x86-64 psABI, 3.6.2

struct DwflEnd {
  void operator()(Dwfl* session) const { ::dwfl_end(session); }
};
using Session = std::unique_ptr<Dwfl, DwflEnd>;

struct FileClose {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// What libdwfl's callbacks get.
struct Target {
  StackSnapshot const& snapshot;
  std::vector<Dwarf_Word> registers;
  Dwfl* session;
  Backtrace* result;
};

std::optional<Dwarf_Word> word_at(StackSnapshot const& snapshot, Dwarf_Addr address) {
  Dwarf_Word word = 0;
  if (address < snapshot.stack_begin || snapshot.stack.size() < sizeof word ||
      address - snapshot.stack_begin > snapshot.stack.size() - sizeof word)
    return std::nullopt;
  std::memcpy(&word, snapshot.stack.data() + (address - snapshot.stack_begin), sizeof word);
  return word;
}

pid_t next_thread(Dwfl*, void* argument, void** thread) {
  if (*thread != nullptr)
    return 0;
  *thread = argument;
  return static_cast<Target*>(argument)->snapshot.thread;
}

bool read_memory(Dwfl*, Dwarf_Addr address, Dwarf_Word* result, void* argument) {
  auto const word = word_at(static_cast<Target*>(argument)->snapshot, address);
  *result = word.value_or(0);
  return word.has_value();
}

bool set_registers(Dwfl_Thread* thread, void* argument) {
  auto const& registers = static_cast<Target*>(argument)->registers;
  return ::dwfl_thread_state_registers(thread, 0, static_cast<unsigned>(registers.size()),
                                       registers.data());
}

std::string demangled(char const* name) {
  int status = 0;
  std::unique_ptr<char, decltype(&std::free)> const text(
      abi::__cxa_demangle(name, nullptr, nullptr, &status), &std::free);
  return text != nullptr ? text.get() : name;
}

// A return address points behind the call, which may be the next line or even the next function.
Frame frame_at(Dwfl* session, Dwarf_Addr address, bool interrupted) {
  Frame frame;
  frame.address = address;
  auto const inside = interrupted ? address : address - 1;
  auto* const module = ::dwfl_addrmodule(session, inside);
  if (module == nullptr)
    return frame;
  Dwarf_Addr start = 0;
  if (char const* const name =
          ::dwfl_module_info(module, nullptr, &start, nullptr, nullptr, nullptr, nullptr, nullptr))
    frame.module = name;
  GElf_Addr bias = 0;
  ::dwfl_module_getelf(module, &bias);
  frame.offset = address - bias;
  if (char const* const name = ::dwfl_module_addrname(module, inside))
    frame.function = demangled(name);
  if (auto* const line = ::dwfl_module_getsrc(module, inside))
    if (char const* const file =
            ::dwfl_lineinfo(line, nullptr, &frame.line, nullptr, nullptr, nullptr))
      frame.file = file;
  return frame;
}

int take_frame(Dwfl_Frame* state, void* argument) {
  auto* const target = static_cast<Target*>(argument);
  Dwarf_Addr address = 0;
  bool interrupted = false;
  if (!::dwfl_frame_pc(state, &address, &interrupted) ||
      target->result->frames.size() == most_frames)
    return DWARF_CB_ABORT;
  target->result->frames.push_back(frame_at(target->session, address, interrupted));
  return DWARF_CB_OK;
}

Session open_session(StackSnapshot const& snapshot) {
  static char* debug_folders = nullptr; // the standard ones
  static Dwfl_Callbacks const callbacks{&::dwfl_linux_proc_find_elf,
                                        &::dwfl_standard_find_debuginfo, nullptr, &debug_folders};
  Session session(::dwfl_begin(&callbacks));
  auto maps = snapshot.maps;
  if (session == nullptr || maps.empty())
    return nullptr;
  std::unique_ptr<std::FILE, FileClose> const text(::fmemopen(maps.data(), maps.size(), "r"));
  ::dwfl_report_begin(session.get());
  bool const read =
      text != nullptr && ::dwfl_linux_proc_maps_report(session.get(), text.get()) == 0;
  ::dwfl_report_end(session.get(), nullptr, nullptr);
  return read ? std::move(session) : nullptr;
}

// A call to nowhere: the caller's address is on top of the stack, and from there on all is well.
void step_out_of_nowhere(Target& target) {
  auto& pc = target.registers[return_address_register];
  auto& sp = target.registers[7];
  if (::dwfl_addrmodule(target.session, pc) != nullptr)
    return;
  target.result->frames.push_back(frame_at(target.session, pc, true));
  if (auto const caller = word_at(target.snapshot, sp)) {
    pc = *caller - 1; // as if it stood inside the call
    sp += sizeof(Dwarf_Word);
  }
}

} // namespace

Backtrace unwind(StackSnapshot const& snapshot) {
  Backtrace result{snapshot.process, snapshot.thread, snapshot.reason, {}, {}, false};
  auto const session = open_session(snapshot);
  if (session == nullptr || snapshot.registers.size() <= return_address_register)
    return result;
  Target target{
      snapshot, {snapshot.registers.begin(), snapshot.registers.end()}, session.get(), &result};
  step_out_of_nowhere(target);
  static Dwfl_Thread_Callbacks const callbacks{next_thread,   nullptr, read_memory,
                                               set_registers, nullptr, nullptr};
  if (!::dwfl_attach_state(session.get(), nullptr, snapshot.thread, &callbacks, &target))
    return result;
  result.complete =
      ::dwfl_getthread_frames(session.get(), snapshot.thread, take_frame, &target) == 0;
  return result;
}

} // namespace whodunit
