// SPDX-License-Identifier: MIT
#include "report/autopsy_text.hpp"

#include "autopsy/failed_call.hpp"
#include "autopsy/hang.hpp"
#include "fate/quantity.hpp"
#include "fault/complaint.hpp"
#include "report/paragraph.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace whodunit {
namespace {

constexpr std::string_view label_format = "  {:<9}";
constexpr std::string_view evidence_indent = "             - ";

std::string headline(Fate const& fate) {
  auto const more = shell_sentence(fate);
  return ending_sentence(fate) + (more.empty() ? "" : " ") + more;
}

/// Writes claims one below the other; a piece of evidence that bears several is written under the
/// first of them.
class ClaimList {
public:
  explicit ClaimList(std::size_t width) : width_(width) {}

  template <class Value>
  void add(std::string_view label, Claim<Value> const& claim, std::string const& process = "") {
    text_ += paragraph(fmt::format(fmt::runtime(label_format), label), headline(claim) + process,
                       width_);
    for (auto const& piece : claim.evidence)
      if (auto fact = to_string(piece); shown_.insert(fact).second)
        text_ += paragraph(evidence_indent, fact, width_);
  }
  std::string const& text() const { return text_; }

private:
  template <class Value>
  static std::string headline(Claim<Value> const& claim) {
    if (!claim.value)
      return "unknown: no evidence bears an answer";
    auto const& word = facts(term(*claim.value));
    auto const label = word.label == word.code ? "" : fmt::format(", {}", word.label);
    return fmt::format("{}{} ({})", word.code, label, to_string(claim.certainty));
  }

  std::size_t width_;
  std::set<std::string> shown_;
  std::string text_;
};

std::string who_exactly(Fate const& fate, Claim<Agent> const& claim) {
  auto const* const process = claim.process ? find_process(fate, *claim.process) : nullptr;
  return process != nullptr ? fmt::format(": process {} ({})", process->pid, process->name) : "";
}

void write_tree(Fate const& fate, int parent, std::size_t depth, std::size_t width,
                std::string& text) {
  for (auto const& process : fate.processes) {
    if (process.parent != parent || depth > fate.processes.size())
      continue;
    auto const first = fmt::format(
        "    {}{} ", std::string(2 * std::min<std::size_t>(depth, 12), ' '), process.pid);
    text += paragraph(first, fmt::format("{}: {}", process.name, to_string(process.ending)), width);
    if (process.pid != parent)
      write_tree(fate, process.pid, depth + 1, width, text);
  }
}

std::string tree(Fate const& fate, std::size_t width) {
  if (fate.processes.size() < 2)
    return "";
  std::string text = "  processes\n";
  auto const* const first = find_process(fate, fate.first);
  write_tree(fate, first != nullptr ? first->parent : 0, 0, width, text);
  return text;
}

std::string listed(std::string_view title, std::vector<std::string> const& lines,
                   std::size_t width) {
  std::string text = lines.empty() ? "" : fmt::format("  {}\n", title);
  for (auto const& line : lines)
    text += paragraph("    ", line, width);
  return text;
}

std::string threads(Fate const& fate, std::size_t width) {
  std::vector<std::string> lines;
  if (fate.threads.size() > 1)
    for (auto const& thread : fate.threads)
      lines.push_back(fmt::format("process {}, {}", thread.process, told_by_thread(thread).fact));
  return listed("threads", lines, width);
}

std::string calls(Fate const& fate, std::size_t width) {
  std::vector<std::string> lines;
  bool const one_process = std::ranges::all_of(
      fate.calls, [&](SystemCallRecord const& call) { return call.thread == fate.first; });
  for (auto const& call : fate.calls)
    lines.push_back(fmt::format("{}{} = {}", one_process ? "" : fmt::format("[{}] ", call.thread),
                                call.text, told_result(call)));
  return listed("last system calls", lines, width);
}

std::string told(Frame const& frame) {
  auto const where = frame.line != 0 ? fmt::format("{}:{}", printable(frame.file), frame.line)
                     : frame.module.empty()
                         ? std::string("in no file")
                         : fmt::format("{}+{:#x}", printable(frame.module), frame.offset);
  return fmt::format("{} at {}", frame.function.empty() ? "?" : printable(frame.function), where);
}

std::string backtraces(std::vector<Backtrace> const& all, std::size_t width) {
  std::string text;
  for (auto const& backtrace : all) {
    std::vector<std::string> lines;
    if (!backtrace.instruction.empty())
      lines.push_back("instruction: " + backtrace.instruction);
    for (std::size_t i = 0; i < backtrace.frames.size(); ++i)
      lines.push_back(fmt::format("#{} {}", i, told(backtrace.frames[i])));
    if (!backtrace.complete)
      lines.emplace_back(backtrace.frames.empty() ? "could not be read" : "… and further");
    text += listed(fmt::format("calls of process {}, thread {}, at {}", backtrace.process,
                               backtrace.thread, backtrace.reason),
                   lines, width);
  }
  return text;
}

std::string limits(Fate const& fate, std::size_t width) {
  std::string list;
  for (auto const& limit : fate.limits)
    list += fmt::format("{}{} {}{}", list.empty() ? "" : ", ", limit.name, limit.value,
                        limit.ours ? " (asked for)" : "");
  return list.empty() ? ""
                      : paragraph(fmt::format(fmt::runtime(label_format), "limits"), list, width);
}

std::string usage(Usage const& used, std::size_t width) {
  return paragraph(fmt::format(fmt::runtime(label_format), "used"),
                   fmt::format("{} of time, {} of CPU, {} of memory", rounded(used.wall),
                               rounded(std::chrono::nanoseconds(used.cpu)),
                               rounded(used.peak_memory)),
                   width);
}

std::string notes(Observation const& observed, std::size_t width) {
  std::string text;
  for (auto const& words : caveats(observed))
    text += paragraph(fmt::format(fmt::runtime(label_format), "note"), words, width);
  return text;
}

} // namespace

std::string autopsy_text(Autopsy const& autopsy, std::size_t width) {
  auto const& [fate, claims, traces] = autopsy;
  ClaimList list(width);
  list.add("who", claims.agent, who_exactly(fate, claims.agent));
  list.add("why", claims.cause);
  list.add("victim", claims.victim);
  list.add("report", claims.report);
  list.add("blast", claims.blast);
  return paragraph("", headline(fate), width) + list.text() + tree(fate, width) +
         threads(fate, width) + backtraces(traces, width) + calls(fate, width) +
         limits(fate, width) + usage(fate.usage, width) + notes(fate.observed, width);
}

} // namespace whodunit
