// SPDX-License-Identifier: MIT
#include "report/memory_svg.hpp"

#include "fate/quantity.hpp"
#include "report/axis.hpp"
#include "report/svg.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr double width = 1040;
constexpr double height = 300;
constexpr double left = 84;
constexpr double right = 1016;
constexpr double top = 28;
constexpr double bottom = 262;
constexpr std::size_t most_points = 600;
constexpr std::uint64_t far_above = 8; // times the highest sample

// So that a label fits above the highest point.
Bytes with_headroom(Bytes size) {
  return {size.count + size.count / 10};
}

class Picture {
public:
  Picture(Fate const& fate, std::optional<Bytes> limit)
      : fate_(fate),
        points_(thinned(fate.memory, most_points)),
        peak_(*std::ranges::max_element(points_, {}, &MemorySample::used)),
        limit_(limit),
        time_(time_axis(std::max(fate.usage.wall, points_.back().when))),
        size_(size_axis(with_headroom(std::max(peak_.used, is_near(limit) ? *limit : Bytes{})))) {}

  std::string draw() const {
    return svg_begin("memory", width, height, "Memory over time", description()) + axes() +
           curve() + kills() + limit_line() + peak() + "</svg>\n";
  }

private:
  bool is_near(std::optional<Bytes> limit) const {
    return limit && limit->count / far_above <= peak_.used.count;
  }

  std::string description() const {
    auto const& last = fate_.memory.back();
    return fmt::format("{} samples. The highest is {} at {}, the last {} at {}.{}",
                       fate_.memory.size(), rounded(peak_.used), rounded(peak_.when),
                       rounded(last.used), rounded(last.when),
                       limit_ ? fmt::format(" The limit is {}.", rounded(*limit_)) : "");
  }

  double x(Moment when) const {
    return placed(time_, static_cast<double>(when.count()), left, right);
  }
  double y(Bytes used) const { return placed(size_, static_cast<double>(used.count), bottom, top); }

  std::string axes() const {
    std::string svg;
    for (auto const& tick : size_.ticks) {
      double const at = placed(size_, tick.value, bottom, top);
      svg += svg_line({left, at}, {right, at}, tick.value > 0 ? "grid" : "base");
      svg += svg_text({left - 10, at + 4}, "tick end", tick.label);
    }
    for (auto const& tick : time_.ticks) {
      double const at = placed(time_, tick.value, left, right);
      svg += svg_line({at, bottom}, {at, bottom + 5}, "base");
      svg += svg_text({at, bottom + 20}, "tick middle", tick.label);
    }
    return svg;
  }

  std::string curve() const {
    std::string path;
    for (auto const& point : points_)
      path +=
          fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", x(point.when), y(point.used));
    return fmt::format(
        "<path class=\"area\" d=\"{}L{:.1f} {}L{:.1f} {}z\"/>\n<path class=\"curve\" "
        "d=\"{}\"/>\n",
        path, x(points_.back().when), bottom, x(points_.front().when), bottom, path);
  }

  // Its label keeps away from that of the peak.
  std::string limit_line() const {
    if (!limit_)
      return "";
    if (!is_near(limit_))
      return svg_text({right, 16}, "limit-label end",
                      fmt::format("limit {}, far above", rounded(*limit_)));
    double const at = y(*limit_);
    return svg_line({left, at}, {right, at}, "limit-line") +
           svg_text({peak_is_right() ? left + 8 : right - 8, at - 7},
                    peak_is_right() ? "limit-label" : "limit-label end",
                    fmt::format("limit {}", rounded(*limit_)));
  }

  bool peak_is_right() const { return x(peak_.when) > (left + right) / 2; }

  std::string peak() const {
    Spot const at{x(peak_.when), y(peak_.used)};
    bool const is_right = peak_is_right();
    return svg_text({is_right ? at.x - 9 : at.x + 9, at.y - 9},
                    is_right ? "label strong end" : "label strong",
                    fmt::format("{} at {}", rounded(peak_.used), rounded(peak_.when))) +
           fmt::format("<circle class=\"peak\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"/>\n", at.x,
                       at.y);
  }

  std::string kills() const {
    constexpr std::size_t most = 20;
    std::string svg;
    for (std::size_t i = 0; i < std::min(most, fate_.oom_kills.size()); ++i) {
      double const at = x(fate_.oom_kills[i].when);
      svg += svg_line({at, top - 6}, {at, bottom}, "kill-line");
      if (i == 0)
        svg += svg_text({at, top - 10}, "kill-label middle",
                        fate_.oom_kills[i].stand_in ? "killed at the limit" : "OOM kill");
    }
    return svg;
  }

  Fate const& fate_;
  std::vector<MemorySample> points_;
  MemorySample peak_;
  std::optional<Bytes> limit_;
  Axis time_;
  Axis size_;
};

} // namespace

std::vector<MemorySample> thinned(std::vector<MemorySample> const& samples, std::size_t most) {
  std::vector<MemorySample> kept;
  std::size_t const together = (samples.size() + most - 1) / most;
  for (std::size_t i = 0; i < samples.size(); i += together) {
    auto const begin = samples.begin() + static_cast<std::ptrdiff_t>(i);
    auto const count = std::min(together, samples.size() - i);
    kept.push_back(*std::max_element(begin, begin + static_cast<std::ptrdiff_t>(count),
                                     [](auto const& a, auto const& b) { return a.used < b.used; }));
  }
  return kept;
}

std::optional<Bytes> memory_limit(Fate const& fate, std::optional<Bytes> asked) {
  for (auto const& limit : fate.limits)
    if (auto const value = limit.name == "memory" ? parse_bytes(limit.value) : BadQuantity{}; value)
      return *value;
  return asked;
}

std::string memory_svg(Fate const& fate, std::optional<Bytes> limit) {
  return fate.memory.size() < 2 ? "" : Picture(fate, limit).draw();
}

} // namespace whodunit
