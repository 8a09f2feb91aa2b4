// SPDX-License-Identifier: MIT
#include "fate/meaning.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

// strace counts the real-time signals from 32, where the kernel's begin.
std::string name_in_strace(Signal signal) {
  constexpr int kernels_first = 32;
  return signal.number() < kernels_first ? signal.name()
                                         : fmt::format("SIGRT_{}", signal.number() - kernels_first);
}

std::string what_strace_tells(int status, Killed const* killed, bool may_be_chosen) {
  auto choice = fmt::format("exit_group({}) if it was the program's own choice", status);
  if (killed == nullptr)
    return choice;
  auto const death = fmt::format("+++ killed by {} +++", name_in_strace(killed->signal));
  return may_be_chosen ? fmt::format("{}, {} if it was the signal", choice, death)
                       : death + ", and before it the kill, if a process of the command sent it";
}

void add_ways_of_the_signal(std::vector<Settling>& list, Signal signal) {
  if (signal.name() == "SIGKILL")
    list.push_back({"sudo dmesg | grep -i 'killed process'",
                    "a line with its pid if the kernel's out-of-memory killer took it"});
  if (signal.default_action() == DefaultAction::core)
    list.push_back({"gdb COMMAND core   (or coredumpctl gdb)",
                    "the line where it died, if a core was dumped"});
}

} // namespace

std::vector<Settling> settlings(Shell shell, int status) {
  std::vector<Settling> list;
  auto const endings = endings_behind(shell, status);
  if (endings.empty())
    return list;
  auto const* const killed = std::get_if<Killed>(&endings.front());
  bool const may_be_chosen = std::holds_alternative<Exited>(endings.back());
  list.push_back({"whodunit autopsy -- COMMAND",
                  "runs it once more and says what ended it, and by whom, with the evidence"});
  list.push_back({"strace -f -e trace=exit_group,kill,tgkill -o trace COMMAND; tail -n 3 trace",
                  what_strace_tells(status, killed, may_be_chosen)});
  if (killed != nullptr)
    add_ways_of_the_signal(list, killed->signal);
  if (shell == Shell::bash || shell == Shell::zsh || shell == Shell::fish)
    list.push_back({shell == Shell::bash ? "echo \"${PIPESTATUS[@]}\"" : "echo $pipestatus",
                    "right after a pipeline: the status of each of its commands"});
  return list;
}

} // namespace whodunit
