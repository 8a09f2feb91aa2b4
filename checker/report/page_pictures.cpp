// SPDX-License-Identifier: MIT
#include "report/page_pictures.hpp"

#include "fate/quantity.hpp"
#include "report/ending_shape.hpp"
#include "report/html.hpp"
#include "report/memory_svg.hpp"
#include "report/page_lists.hpp"
#include "report/timeline_layout.hpp"
#include "report/timeline_svg.hpp"
#include "report/waits_svg.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

std::string ending_items(Fate const& fate) {
  std::string items;
  auto const add = [&](Ending const& example, std::string_view words) {
    auto const style = ending_class(example);
    if (std::ranges::any_of(fate.processes, [&](ProcessRecord const& process) {
          return ending_class(process.ending) == style;
        }))
      items += element("li", style, ending_icon(example) + std::string(words)) + "\n";
  };
  add(Exited{0}, "exited with 0");
  add(Exited{1}, "exited with another code");
  add(Killed{*Signal::from_number(1), false}, "killed by a signal");
  add(Alive{LifeState::sleeping}, "still there");
  return items;
}

std::string mark_items(Timeline const& timeline) {
  std::string items;
  auto const add = [&](EventKind kind, bool minor, std::string_view shape, std::string_view words) {
    if (std::ranges::any_of(timeline.events, [&](Event const& event) {
          return event.kind == kind && event.minor == minor;
        }))
      items += fmt::format("<li><svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">{}"
                           "</svg>{}</li>\n",
                           shape, words);
  };
  add(EventKind::delivery, false, "<path class=\"signal\" d=\"M8 13l-5-9h10z\"/>",
      "a signal arrived");
  add(EventKind::delivery, true, "<path class=\"minor-signal\" d=\"M8 4v9\"/>",
      "one that is ignored by default, as SIGCHLD");
  add(EventKind::fault, false, "<path class=\"fault\" d=\"M7 16l5-9h-4l2-7-7 10h4z\"/>",
      "the processor refused");
  add(EventKind::request, false, "<circle class=\"request\" cx=\"8\" cy=\"8\" r=\"4.5\"/>",
      "a call that sends a signal");
  add(EventKind::armed, false, "<rect class=\"request\" x=\"4\" y=\"4\" width=\"8\" height=\"8\"/>",
      "a signal arranged for itself");
  add(EventKind::oom, false, "<path class=\"fault\" d=\"M11 2l3 3v6l-3 3H5l-3-3V5l3-3z\"/>",
      "killed for its memory");
  return items;
}

std::string folded(Fate const& fate) {
  return fate.processes.size() <= most_lanes
             ? ""
             : fmt::format(
                   "<p class=\"more\">{} of {} processes are drawn: those that did something "
                   "or to which something was done, then the first born.</p>\n",
                   most_lanes, fate.processes.size());
}

std::string too_short(Fate const& fate, std::optional<Bytes> limit) {
  return fmt::format("<p>The run was too short for a curve. At its peak it used {}{}.</p>\n",
                     rounded(fate.usage.peak_memory),
                     limit ? fmt::format(", of a limit of {}", rounded(*limit)) : "");
}

std::string_view what_is_measured(Observation const& observed) {
  return observed.memory_cgroup ? "What the kernel charged to its cgroup; the peak, which may lie "
                                  "between two samples, was "
                                : "Anonymous and shared pages of all its processes. The largest of "
                                  "them had, with the files that it mapped, at most ";
}

} // namespace

std::string timeline_section(Fate const& fate) {
  auto const timeline = timeline_of(fate);
  return section("timeline", "Timeline",
                 scroll_box("Timeline", timeline_svg(fate, timeline)) + folded(fate) +
                     "<ul class=\"legend\">\n" + ending_items(fate) + mark_items(timeline) +
                     "</ul>\n" + event_table(timeline));
}

std::string memory_section(Fate const& fate, std::optional<Bytes> asked) {
  auto const limit = memory_limit(fate, asked);
  auto const svg = memory_svg(fate, limit);
  return section("memory", "Memory",
                 svg.empty() ? too_short(fate, limit)
                             : scroll_box("Memory over time", svg) +
                                   fmt::format("<p class=\"caption\">{}{}.</p>\n",
                                               what_is_measured(fate.observed),
                                               rounded(fate.usage.peak_memory)));
}

std::string thread_section(Fate const& fate) {
  auto const svg = waits_svg(fate);
  auto const table = thread_table(fate);
  return svg.empty() && table.empty()
             ? ""
             : section("threads", "Threads when the time was over",
                       (svg.empty() ? "" : scroll_box("Who waits for whom", svg)) + table);
}

} // namespace whodunit
