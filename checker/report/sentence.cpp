// SPDX-License-Identifier: MIT
#include "report/sentence.hpp"

#include "fate/shell.hpp"

#include <cstring>
#include <fmt/format.h>

namespace whodunit {

std::string ending_sentence(Fate const& fate) {
  if (fate.not_executed != 0)
    return fmt::format("The command never started: {}.", std::strerror(fate.not_executed));
  auto const* const process = find_process(fate, fate.first);
  auto const name = process != nullptr && !process->name.empty() ? process->name : "The command";
  auto const* const verb = std::holds_alternative<Killed>(fate.ending)  ? "was "
                           : std::holds_alternative<Alive>(fate.ending) ? "is "
                                                                        : "";
  return fmt::format("{} {}{}.", name, verb, to_string(fate.ending));
}

std::string shell_sentence(Fate const& fate) {
  auto const status = shell_status(Shell::bash, fate.ending);
  return status && std::holds_alternative<Killed>(fate.ending)
             ? fmt::format("A shell shows that as {}.", *status)
             : "";
}

std::vector<std::string> caveats(Observation const& observed) {
  std::vector<std::string> notes;
  if (!observed.disturbed.empty())
    notes.push_back("Observing changed what was observed: " + observed.disturbed +
                    ". Try --no-trace.");
  if (!observed.traced)
    notes.emplace_back("Without tracing, senders of signals and calls of kill are not seen: the "
                       "claims are weaker.");
  if (observed.core_inferred)
    notes.emplace_back("Whether a core was dumped was worked out, not seen: core dumps go to a "
                       "program on this machine.");
  return notes;
}

} // namespace whodunit
