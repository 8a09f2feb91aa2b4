// SPDX-License-Identifier: MIT
#include "autopsy/deaths.hpp"
#include "autopsy/failed_call.hpp"
#include "autopsy/inquiry.hpp"
#include "autopsy/last_words.hpp"
#include "autopsy/lost_output.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <csignal>
#include <fmt/format.h>

namespace whodunit {
namespace {

using namespace std::chrono_literals;

Finding both(Agent agent, Cause cause, Certainty certainty, std::vector<Evidence> const& evidence) {
  return {claim(agent, certainty, evidence), claim(cause, certainty, evidence)};
}

struct ToolStatus {
  std::string_view tool;
  int status;
};
// Statuses that the tool makes up about the command that it ran.
constexpr std::array tool_statuses{ToolStatus{"timeout", 124}, ToolStatus{"xargs", 123},
                                   ToolStatus{"xargs", 124},   ToolStatus{"xargs", 125},
                                   ToolStatus{"make", 2},      ToolStatus{"ninja", 1}};

std::optional<Finding> translated_by_tool(Inquiry const& inquiry, int code) {
  bool const known = std::ranges::any_of(tool_statuses, [&](ToolStatus const& entry) {
    return entry.tool == inquiry.victim.name && entry.status == code;
  });
  if (!known || inquiry.fate.processes.size() < 2)
    return std::nullopt;
  return both(
      Agent::wrapper, Cause::sh_tool_map, Certainty::inferred,
      {told_by_waitid(inquiry.victim),
       {"/proc", fmt::format("{} gives {} a meaning of its own", inquiry.victim.name, code)}});
}

std::optional<Finding> told_by_words(Inquiry const& inquiry, int code) {
  auto const words = words_before_exit(inquiry.fate, code);
  if (code == 0 || !words)
    return std::nullopt;
  return both(words->agent, words->cause, Certainty::inferred,
              {told_by_waitid(inquiry.victim), {"stderr", words->line}});
}

std::optional<Finding> told_by_last_calls(Inquiry const& inquiry, int code) {
  auto const failed = last_failed_call(inquiry.fate, inquiry.victim.pid);
  if (code == 0 || !failed)
    return std::nullopt;
  return both(Agent::kernel, failed->cause, Certainty::inferred,
              {told_by_waitid(inquiry.victim), {"system call", failed->told}});
}

// Ended by itself soon after a signal that would have ended it: a handler was there.
SignalRecord const* handled_signal(Inquiry const& inquiry) {
  constexpr std::array usual{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT,
                             SIGTERM, SIGINT, SIGHUP, SIGQUIT};
  // A handler that returns after a fault has mended it, as those of virtual machines do.
  auto const was_mended = [](SignalRecord const& record) {
    return record.returned && (record.fault || record.signal.number() == SIGABRT);
  };
  SignalRecord const* last = nullptr;
  for (auto const& record : inquiry.fate.signals)
    if (record.target == inquiry.victim.pid && record.disposition == Disposition::caught &&
        !was_mended(record) && std::ranges::find(usual, record.signal.number()) != usual.end() &&
        inquiry.victim.ended - record.when < 1s)
      last = &record;
  return last;
}

std::optional<Finding> chosen_by_handler(Inquiry const& inquiry) {
  auto const* const record = handled_signal(inquiry);
  if (record == nullptr)
    return std::nullopt;
  return both(Agent::self, Cause::code_handler, Certainty::inferred,
              {told_by_siginfo(*record), told_by_waitid(inquiry.victim)});
}

bool died_of(Fate const& fate, Signal signal) {
  return std::ranges::any_of(fate.processes, [signal](ProcessRecord const& process) {
    auto const* const killed = std::get_if<Killed>(&process.ending);
    return killed != nullptr && killed->signal == signal;
  });
}

std::optional<Finding> imitation(Inquiry const& inquiry, int code) {
  auto const signal = imitated_signal(code);
  bool const reserved = code >= 124 && code <= 127;
  if (!inquiry.fate.observed.traced || (!signal && !reserved) ||
      (signal && died_of(inquiry.fate, *signal)))
    return std::nullopt;
  // A tool or a shell with a command under it may have meant the number as it is usually meant.
  bool const alone = inquiry.fate.processes.size() == 1 && !is_shell(inquiry.victim);
  if (reserved && !alone)
    return std::nullopt;
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim)};
  if (signal)
    evidence.push_back(
        {"waitid", fmt::format("no process of the tree was killed by {}", signal->name())});
  else
    evidence.push_back({"ptrace", "it ran, and started no other command"});
  return both(Agent::self, Cause::code_imitation, Certainty::inferred, evidence);
}

bool complains(std::string_view text) {
  constexpr std::array<std::string_view, 8> words{"error", "fail",  "fatal",  "cannot",
                                                  "can't", "abort", "killed", "warning"};
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char letter) {
    return static_cast<char>(std::tolower(letter));
  });
  return std::ranges::any_of(
      words, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

Finding success(Inquiry const& inquiry) {
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim)};
  if (auto const* const dead = failed_descendant(inquiry.fate)) {
    evidence.push_back(told_by_waitid(*dead));
    if (is_shell(inquiry.victim) && reached_shell(inquiry.fate, *dead))
      return both(Agent::wrapper, Cause::sh_status_rule, Certainty::inferred, evidence);
    if (dead->ended > inquiry.victim.ended)
      return both(Agent::self, Cause::proc_unwatched, Certainty::inferred, evidence);
    return {claim(Agent::self, Certainty::inferred, evidence), {{}, Certainty::unknown, evidence}};
  }
  if (auto finding = swallowed(inquiry))
    return *finding;
  if (complains(inquiry.fate.last_words) || complains(inquiry.fate.out.kept)) {
    evidence.push_back({"output", "speaks of a failure all the same"});
    return {claim(Agent::self, Certainty::inferred, evidence), {{}, Certainty::unknown, evidence}};
  }
  if (!inquiry.fate.limits.empty()) {
    auto const& limit = inquiry.fate.limits.front();
    evidence.push_back(
        {"warden", fmt::format("the limit of {} {} was hit", limit.name, limit.value)});
    return {claim(Agent::self, Certainty::inferred, evidence), {{}, Certainty::unknown, evidence}};
  }
  if (inquiry.fate.observed.traced)
    evidence.push_back({"waitid", "no process of the tree crashed"});
  return both(Agent::none, Cause::none, Certainty::inferred, evidence);
}

} // namespace

Finding exited(Inquiry const& inquiry) {
  int const code = std::get<Exited>(inquiry.victim.ending).code;
  if (auto finding = told_by_words(inquiry, code))
    return *finding;
  if (auto finding = told_by_last_calls(inquiry, code))
    return *finding;
  if (auto finding = translated_by_tool(inquiry, code))
    return *finding;
  if (auto finding = chosen_by_handler(inquiry))
    return *finding;
  if (code == 0)
    return success(inquiry);
  if (auto finding = imitation(inquiry, code))
    return *finding;
  if (auto finding = out_of_disk(inquiry))
    return *finding;
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim)};
  if (auto line = last_line(inquiry.fate); !line.empty())
    evidence.push_back({"stderr", std::move(line)});
  return {claim(Agent::self, Certainty::inferred, evidence), {{}, Certainty::unknown, evidence}};
}

} // namespace whodunit
