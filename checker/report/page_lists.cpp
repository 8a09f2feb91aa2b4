// SPDX-License-Identifier: MIT
#include "report/page_lists.hpp"

#include "autopsy/failed_call.hpp"
#include "autopsy/hang.hpp"
#include "fate/quantity.hpp"
#include "report/ending_shape.hpp"
#include "report/family.hpp"
#include "report/html.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace whodunit {
namespace {

constexpr std::size_t room_for_a_list = 128UL * 1024; // bytes
constexpr std::size_t most_of_a_stream = 24UL * 1024; // bytes of it that are shown
constexpr std::size_t most_calls = 200;

std::string table(std::string_view label, std::initializer_list<std::string_view> heads,
                  std::string_view rows) {
  std::string head;
  for (auto const& name : heads)
    head += fmt::format("<th scope=\"col\">{}</th>", name);
  return scroll_box(label, fmt::format("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n"
                                       "</table>\n",
                                       head, rows));
}

std::string cell(std::string_view html, std::string_view style = "") {
  return element("td", style, html);
}

std::string row(std::string_view cells) {
  return element("tr", "", cells) + "\n";
}

std::string ending_cell(ProcessRecord const& process) {
  return cell(ending_icon(process.ending) + html_text(to_string(process.ending)) +
                  (process.zombie ? ", and nobody waited for it" : ""),
              fmt::format("ending {}", ending_class(process.ending)));
}

std::string process_row(ProcessRecord const& process, std::size_t depth) {
  bool const over = !std::holds_alternative<Alive>(process.ending) && process.ended > process.born;
  auto const name = fmt::format("<span class=\"branch\" style=\"--depth:{}\">{}</span>",
                                std::min<std::size_t>(depth, 12), html_text(process.name, 60));
  return row(cell(name, "name") + cell(std::to_string(process.pid), "number") +
             cell(process.parent != 0 ? std::to_string(process.parent) : "–", "number") +
             ending_cell(process) +
             cell(over ? rounded(process.ended - process.born) : "–", "number") +
             cell(process.cpu.count() > 0 ? rounded(std::chrono::nanoseconds(process.cpu)) : "–",
                  "number") +
             cell(process.peak_memory.count > 0 ? rounded(process.peak_memory) : "–", "number"));
}

std::string frame_item(Frame const& frame) {
  auto const where =
      frame.line != 0        ? fmt::format("<b>{}:{}</b>", html_text(frame.file), frame.line)
      : frame.module.empty() ? std::string("in no file")
                             : fmt::format("{}+{:#x}", html_text(frame.module), frame.offset);
  return fmt::format(
      "<li><code class=\"function\">{}</code> <span class=\"where\">{}</span></li>\n",
      frame.function.empty() ? "?" : html_text(frame.function), where);
}

std::string backtrace_article(Backtrace const& backtrace) {
  BoundedHtml frames(room_for_a_list / 4);
  for (auto const& frame : backtrace.frames)
    frames.add(frame_item(frame));
  auto text = fmt::format("<article class=\"stack\">\n<h3>Process {}, thread {}, at {}</h3>\n",
                          backtrace.process, backtrace.thread, html_text(backtrace.reason, 60));
  if (!backtrace.instruction.empty())
    text += fmt::format("<p class=\"instruction\">at <code>{}</code></p>\n",
                        html_text(backtrace.instruction));
  if (!frames.text().empty())
    text +=
        "<ol class=\"frames\" start=\"0\">\n" + frames.text() + "</ol>\n" + frames.more("calls");
  if (!backtrace.complete)
    text += fmt::format("<p class=\"more\">{}</p>\n",
                        backtrace.frames.empty() ? "It could not be read." : "… and further.");
  return text + "</article>\n";
}

std::string call_row(SystemCallRecord const& call) {
  bool const failed = call.result && *call.result < 0;
  auto const result = (failed ? "✗ " : "") + html_text(told_result(call));
  return row(cell(rounded(call.when), "number") + cell(std::to_string(call.thread), "number") +
             cell(element("code", "", html_text(call.text)), "call") +
             cell(element("code", "", result), failed ? "result bad" : "result"));
}

std::string stream(std::string_view title, std::string_view note, std::string_view bytes) {
  auto const text = bytes.empty() ? element("p", "more", "Nothing.")
                                  : fmt::format("<pre tabindex=\"0\">{}</pre>",
                                                html_lines(bytes, most_of_a_stream));
  return fmt::format("<h3>{} <span>{}</span></h3>\n{}\n", title, note, text);
}

std::string stream(std::string_view title, Capture const& capture) {
  auto const note =
      capture.total > capture.kept.size()
          ? fmt::format("{}, of which the first {} were kept", rounded(Bytes{capture.total}),
                        rounded(Bytes{capture.kept.size()}))
          : rounded(Bytes{capture.total});
  return stream(title, note, capture.kept);
}

std::string bound(std::uint64_t value) {
  return value == std::numeric_limits<std::uint64_t>::max() ? "unlimited"
                                                            : fmt::format("{}", value);
}

std::string resource_limits(Fate const& fate) {
  BoundedHtml rows(room_for_a_list / 8);
  for (auto const& limit : fate.resource_limits)
    rows.add(row(cell(html_text(limit.name, 60)) + cell(bound(limit.soft), "number") +
                 cell(bound(limit.hard), "number")));
  if (rows.text().empty())
    return "";
  return "<details>\n<summary>Resource limits of the first process at its end</summary>\n" +
         table("Resource limits", {"limit", "soft", "hard"}, rows.text()) + rows.more("limits") +
         "</details>\n";
}

std::string means(bool there, std::string_view words) {
  return fmt::format("<li class=\"{}\"><b>{}</b> {}</li>\n", there ? "yes" : "no",
                     there ? "✓ yes" : "– no", words);
}

} // namespace

std::string event_table(Timeline const& timeline) {
  BoundedHtml rows(room_for_a_list);
  for (auto const& event : timeline.events)
    rows.add(row(cell(rounded(event.when), "number") + cell(html_text(event.told, 200))));
  return "<details>\n<summary>The same in words</summary>\n" +
         table("Events in order", {"when", "what"}, rows.text()) + rows.more("events") +
         "</details>\n";
}

std::string process_table(Fate const& fate) {
  if (fate.processes.size() < 2)
    return "";
  BoundedHtml rows(room_for_a_list);
  for (auto const& member : family_of(fate))
    rows.add(process_row(fate.processes[member.index], member.depth));
  return section("processes", "Processes",
                 table("Processes",
                       {"name", "pid", "parent", "ending", "lived", "CPU", "peak memory"},
                       rows.text()) +
                     rows.more("processes"));
}

std::string thread_table(Fate const& fate) {
  if (fate.threads.size() < 2)
    return "";
  BoundedHtml rows(room_for_a_list);
  for (auto const& thread : fate.threads)
    rows.add(row(cell(std::to_string(thread.process), "number") +
                 cell(html_text(told_by_thread(thread).fact))));
  return table("Threads", {"process", "thread"}, rows.text()) + rows.more("threads");
}

std::string backtrace_lists(std::vector<Backtrace> const& backtraces) {
  BoundedHtml articles(2 * room_for_a_list);
  for (auto const& backtrace : backtraces)
    articles.add(backtrace_article(backtrace));
  return backtraces.empty() ? ""
                            : section("backtraces", "Where it stood",
                                      "<div class=\"stacks\">\n" + articles.text() + "</div>\n" +
                                          articles.more("threads"));
}

std::string call_table(Fate const& fate) {
  auto const earlier = fate.calls.size() - std::min(fate.calls.size(), most_calls);
  BoundedHtml rows(room_for_a_list);
  for (std::size_t i = earlier; i < fate.calls.size(); ++i)
    rows.add(call_row(fate.calls[i]));
  if (fate.calls.empty())
    return "";
  auto const before =
      earlier > 0 ? fmt::format("<p class=\"more\">{} earlier ones are left out.</p>\n", earlier)
                  : "";
  return section("calls", "Last system calls",
                 before +
                     table("Last system calls", {"when", "thread", "call", "result"}, rows.text()) +
                     rows.more("calls"));
}

std::string output_sections(Fate const& fate) {
  if (fate.observed.captured && (fate.out.total > 0 || fate.err.total > 0))
    return section("output", "What it wrote",
                   stream("Standard output", fate.out) + stream("Standard error", fate.err));
  return fate.last_words.empty()
             ? ""
             : section("output", "Its last words",
                       stream("Standard error", "the end of it", fate.last_words));
}

std::string limit_lists(Fate const& fate) {
  BoundedHtml items(room_for_a_list / 8);
  for (auto const& limit : fate.limits)
    items.add(fmt::format("<li><b>{}</b> {} <span>{}</span></li>\n", html_text(limit.name, 60),
                          html_text(limit.value, 60),
                          limit.ours ? "asked for, and hit" : "of the command itself, and hit"));
  auto const hit = items.text().empty() ? element("p", "more", "None was hit.") + "\n"
                                        : element("ul", "limits", "\n" + items.text()) + "\n";
  return section("limits", "Limits", hit + resource_limits(fate));
}

std::string observation_list(Observation const& observed) {
  std::string notes;
  for (auto const& words : caveats(observed))
    notes += element("p", "caveat", html_text(words, 1000)) + "\n";
  return section(
      "observed", "How it was observed",
      notes + "<ul class=\"means\">\n" +
          means(observed.traced, "signals were seen as they were delivered") +
          means(observed.kill_calls, "calls that send signals were seen as they were made") +
          means(observed.memory_cgroup, "a memory cgroup of its own") +
          means(observed.oom_counter, "the kernel's count of OOM kills was read before and after") +
          means(observed.contained, "a PID namespace of its own") +
          means(observed.captured, "its output was read") +
          means(observed.heard_stderr, "what went to stderr was seen, wherever it went") +
          (observed.stand_in_memory
               ? means(true, "a stand-in watched its memory instead of the kernel")
               : "") +
          (observed.core_inferred ? means(true, "the core dump was inferred") : "") + "</ul>\n");
}

} // namespace whodunit
