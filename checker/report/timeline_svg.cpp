// SPDX-License-Identifier: MIT
#include "report/timeline_svg.hpp"

#include "fate/quantity.hpp"
#include "report/ending_shape.hpp"
#include "report/html.hpp"
#include "report/svg.hpp"
#include "report/timeline_layout.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr double bar = 10; // height
constexpr double row_of_labels = 15;
constexpr std::size_t most_of_a_name = 24;
constexpr std::size_t most_of_a_title = 120;
constexpr std::size_t room_for_marks = 256UL * 1024; // bytes

// What is told where the mouse rests.
std::string with_title(std::string_view style, std::string_view title, std::string_view shapes) {
  return fmt::format("<g class=\"{}\"><title>{}</title>{}</g>\n", style,
                     html_text(title, most_of_a_title), shapes);
}

class Picture {
public:
  Picture(Fate const& fate, Timeline const& timeline)
      : fate_(fate), timeline_(timeline), layout_(lay_out(fate, timeline)) {}

  std::string draw() const {
    auto svg = svg_begin("timeline", layout_.width, layout_.height, "Timeline of the processes",
                         description());
    svg += axis();
    for (auto const& lane : layout_.lanes)
      svg += kinship(lane);
    for (auto const& lane : layout_.lanes)
      svg += life(lane);
    return svg + arrows() + marks() + wall_limit() + "</svg>\n";
  }

private:
  std::string description() const {
    return fmt::format(
        "{} of {} processes over {}, from birth to end, with {} signals and calls of "
        "the kill family. The same in words is below the picture.",
        layout_.lanes.size(), fate_.processes.size(), rounded(timeline_.end),
        fate_.signals.size() + fate_.kill_calls.size());
  }

  std::string axis() const {
    std::string svg;
    for (auto const& tick : layout_.axis.ticks) {
      double const x = placed(layout_.axis, tick.value, layout_.plot_begin, layout_.plot_end);
      svg += svg_line({x, layout_.plot_top}, {x, layout_.height}, "grid");
      svg += svg_text({x, layout_.plot_top - 10}, "tick middle", tick.label);
    }
    for (auto const& lane : layout_.lanes)
      svg +=
          svg_line({layout_.plot_begin, lane.middle}, {layout_.plot_end, lane.middle}, "lane-line");
    return svg;
  }

  // From the lane of the parent down to the birth of its child.
  std::string kinship(Lane const& lane) const {
    auto const* const parent = lane.parent ? layout_.lane_of(*lane.parent) : nullptr;
    return parent != nullptr
               ? svg_line({lane.begin, parent->middle}, {lane.begin, lane.middle}, "kinship")
               : "";
  }

  static std::string name(Lane const& lane, ProcessRecord const& process) {
    auto const indent = 10.0 * static_cast<double>(std::min<std::size_t>(lane.depth, 6));
    auto const shown = html_text(process.name, most_of_a_name);
    return svg_text({10 + indent, lane.middle + 4}, "name",
                    fmt::format("{}<tspan class=\"pid\" dx=\"6\">{}</tspan>",
                                shown.empty() ? "?" : shown, process.pid));
  }

  std::string life(Lane const& lane) const {
    auto const& process = fate_.processes[lane.process];
    auto const style = ending_class(process.ending);
    auto const drawn_bar = fmt::format("<rect class=\"bar {}\" x=\"{:.1f}\" y=\"{:.1f}\" "
                                       "width=\"{:.1f}\" height=\"{}\" rx=\"2\"/>\n",
                                       style, lane.begin, lane.middle - bar / 2,
                                       std::max(lane.end - lane.begin, 2.0), bar);
    auto const words = svg_text({lane.end + 13, lane.middle + 4}, fmt::format("ending {}", style),
                                html_text(ending_words(process.ending), most_of_a_name));
    return with_title(
        "lane",
        fmt::format("process {} ({}) {}", process.pid, process.name, to_string(process.ending)),
        name(lane, process) + drawn_bar + ending_shape(process.ending, lane.end, lane.middle, 6.5) +
            words);
  }

  std::string marks() const {
    BoundedHtml svg(room_for_marks);
    for (auto const& lane : layout_.lanes)
      for (auto const& mark : lane.marks)
        svg.add(drawn(lane, mark));
    return svg.text();
  }

  std::string drawn(Lane const& lane, PlacedMark const& mark) const {
    auto const& event = timeline_.events[mark.event];
    double const y = lane.middle - bar / 2;
    return with_title(event.minor ? "mark minor" : "mark",
                      fmt::format("{}: {}", rounded(event.when), event.told),
                      shape_of(event, mark.x, y) + label(event, mark, y));
  }

  static std::string label(Event const& event, PlacedMark const& mark, double y) {
    if (mark.row < 0)
      return "";
    constexpr double beside = 9;
    double const baseline = y - 6 - row_of_labels * mark.row;
    auto const leader =
        mark.row == 0 ? "" : svg_line({mark.x, y - 6}, {mark.x, baseline - 8}, "leader");
    return leader + svg_text({mark.leftward ? mark.x - beside : mark.x + beside, baseline},
                             mark.leftward ? "label end" : "label", html_text(event.label, 60));
  }

  // (x, y): where the moment meets the upper edge of the bar.
  static std::string shape_of(Event const& event, double x, double y) {
    if (event.minor)
      return svg_line({x, y}, {x, y - 6}, "minor-signal");
    switch (event.kind) {
    case EventKind::request:
      return fmt::format("<circle class=\"request\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>", x,
                         y + bar / 2);
    case EventKind::armed:
      return fmt::format(
          "<rect class=\"request\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\"/>", x - 4,
          y + bar / 2 - 4);
    case EventKind::fault:
      return fmt::format("<path class=\"fault\" d=\"M{:.1f} {:.1f}l6-13h-5l3-8-8 12h5z\"/>", x, y);
    case EventKind::oom:
      return fmt::format("<path class=\"fault\" d=\"M{:.1f} {:.1f}l4 4v6l-4 4h-6l-4-4v-6l4-4z\"/>",
                         x + 3, y - 14);
    default:
      return fmt::format("<path class=\"signal\" d=\"M{:.1f} {:.1f}l-5-9h10z\"/>", x, y);
    }
  }

  std::string arrows() const {
    std::string svg;
    std::size_t count = 0;
    for (auto const& arrow : timeline_.arrows) {
      auto const* const from = layout_.lane_of(arrow.from);
      auto const* const to = layout_.lane_of(arrow.to);
      if (from != nullptr && to != nullptr && ++count <= most_marks)
        svg += drawn(arrow, *from, *to);
    }
    return svg;
  }

  // A bow, so that it is not taken for the line from parent to child.
  std::string drawn(Arrow const& arrow, Lane const& from, Lane const& to) const {
    double const way = from.middle < to.middle ? 1 : -1;
    double const x1 = layout_.x(arrow.sent);
    double const x2 = layout_.x(arrow.came);
    double const y1 = from.middle + way * bar / 2;
    double const y2 = to.middle - way * (bar / 2 + 1);
    double const bow = std::min(26.0, 8 + std::abs(y2 - y1) / 5);
    return svg_arrow({x1, y1}, {(x1 + x2) / 2 + bow, (y1 + y2) / 2}, {x2, y2});
  }

  std::string wall_limit() const {
    for (auto const& limit : fate_.limits) {
      auto const value = limit.name == "wall" ? parse_duration(limit.value) : BadQuantity{};
      if (!value)
        continue;
      double const x = layout_.x(*value);
      auto const words = "time limit " + limit.value;
      return with_title("limit", words,
                        svg_line({x, layout_.plot_top}, {x, layout_.height}, "limit-line") +
                            svg_text({x, 11}, "limit-label end", html_text(words, 40)));
    }
    return "";
  }

  Fate const& fate_;
  Timeline const& timeline_;
  TimelineLayout layout_;
};

} // namespace

std::string timeline_svg(Fate const& fate, Timeline const& timeline) {
  return Picture(fate, timeline).draw();
}

} // namespace whodunit
