// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"
#include "fault/complaint.hpp"

#include <fmt/format.h>

namespace whodunit {

std::string described(Fate const& fate, int pid) {
  auto const* const process = find_process(fate, pid);
  if (process == nullptr)
    return pid > 0 ? fmt::format("process {}, outside the tree", pid)
                   : "a process outside the containment";
  return process->name.empty() ? fmt::format("process {}", pid)
                               : fmt::format("process {} ({})", pid, printable(process->name));
}

Evidence told_by_waitid(ProcessRecord const& process) {
  return {"waitid", fmt::format("process {} {}", process.pid, to_string(process.ending))};
}

Evidence told_by_siginfo(SignalRecord const& record) {
  auto text =
      fmt::format("{}, {}", record.signal.name(), signal_code_name(record.signal, record.code));
  if (record.fault)
    text += fmt::format(", address {:#x}, at instruction {:#x}", record.address,
                        record.instruction_pointer);
  else if (has_sender(record.code))
    text += fmt::format(", sender {}", record.sender);
  return {"siginfo", text};
}

Evidence told_by_seccomp(Fate const& fate, KillCall const& call) {
  auto const number = Signal::from_number(call.signal);
  return {"seccomp",
          fmt::format("{} called {}({}, {})", described(fate, call.caller), call.call, call.target,
                      number ? number->name() : std::to_string(call.signal))};
}

Evidence saw_no_call(Inquiry const& inquiry) {
  return {"seccomp", fmt::format("no process of the tree asked for {}",
                                 inquiry.signal ? inquiry.signal->name() : "it")};
}

} // namespace whodunit
