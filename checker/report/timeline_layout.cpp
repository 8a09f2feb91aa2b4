// SPDX-License-Identifier: MIT
#include "report/timeline_layout.hpp"

#include "report/family.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

namespace whodunit {
namespace {

constexpr double character = 6.6; // of a label, as wide as common fonts have it
constexpr double bar_room = 28;
constexpr double row_height = 15;
constexpr int most_rows = 4;

bool is_mark(Event const& event) {
  return event.process && event.kind != EventKind::birth && event.kind != EventKind::end;
}

bool is_quiet(ProcessRecord const& process) {
  return process.ending == Ending(Exited{0});
}

// A smaller number is a better claim to a lane.
std::vector<int> ranks(Fate const& fate, Timeline const& timeline) {
  std::vector<int> rank;
  for (auto const& process : fate.processes)
    rank.push_back(process.pid == fate.first ? 0 : is_quiet(process) ? 3 : 2);
  for (auto const& event : timeline.events)
    if (is_mark(event) && !event.minor)
      rank[*event.process] = std::min(rank[*event.process], 1);
  return rank;
}

std::vector<bool> chosen(Fate const& fate, Timeline const& timeline) {
  auto const rank = ranks(fate, timeline);
  std::vector<std::size_t> order(rank.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rank[i]; });
  order.resize(std::min(order.size(), most_lanes));
  std::vector<bool> has_lane(rank.size(), false);
  for (auto const i : order)
    has_lane[i] = true;
  return has_lane;
}

// Gives labels rows above the bar so that none covers another.
class LabelRows {
public:
  explicit LabelRows(double width) : width_(width) {
    ends_.fill(-std::numeric_limits<double>::max());
  }

  void place(PlacedMark& mark, std::string const& label) {
    constexpr double gap = 9;
    double const length = character * static_cast<double>(label.size()) + gap;
    mark.leftward = mark.x + length > width_;
    double const begin = mark.leftward ? mark.x - length : mark.x - gap / 2;
    for (std::size_t row = 0; row < ends_.size(); ++row) {
      if (ends_[row] > begin)
        continue;
      ends_[row] = std::max(mark.leftward ? mark.x + gap / 2 : mark.x + length, ends_[row]);
      mark.row = static_cast<int>(row);
      used_ = std::max(used_, mark.row + 1);
      return;
    }
  }
  int used() const { return used_; }

private:
  double width_;
  std::array<double, most_rows> ends_{};
  int used_ = 0;
};

// Gives each mark of a lane its place; \return the rows that their labels take.
int place_labels(Lane& lane, Timeline const& timeline, double width) {
  LabelRows rows(width);
  for (auto& mark : lane.marks)
    if (auto const& event = timeline.events[mark.event]; !event.minor)
      rows.place(mark, event.label);
  return rows.used();
}

} // namespace

double TimelineLayout::x(Moment when) const {
  return placed(axis, static_cast<double>(when.count()), plot_begin, plot_end);
}

Lane const* TimelineLayout::lane_of(std::size_t process) const {
  auto const found = std::ranges::find(lanes, process, &Lane::process);
  return found != lanes.end() ? &*found : nullptr;
}

namespace {

void add_lanes(TimelineLayout& layout, Fate const& fate, Timeline const& timeline) {
  auto const has_lane = chosen(fate, timeline);
  for (auto const& member : family_of(fate)) {
    auto const& process = fate.processes[member.index];
    if (!has_lane[member.index]) {
      ++layout.left_out;
      continue;
    }
    Lane lane;
    lane.process = member.index;
    lane.depth = member.depth;
    lane.parent = member.parent;
    lane.begin = layout.x(process.born);
    bool const goes_on = std::holds_alternative<Alive>(process.ending) || process.ended == Moment{};
    lane.end = std::max(layout.x(goes_on ? timeline.end : process.ended), lane.begin);
    layout.lanes.push_back(std::move(lane));
  }
}

void add_marks(TimelineLayout& layout, Timeline const& timeline) {
  std::unordered_map<std::size_t, Lane*> lanes;
  for (auto& lane : layout.lanes)
    lanes[lane.process] = &lane;
  std::size_t count = 0;
  for (std::size_t i = 0; i < timeline.events.size() && count < most_marks; ++i) {
    auto const& event = timeline.events[i];
    auto const lane = is_mark(event) ? lanes.find(*event.process) : lanes.end();
    if (lane == lanes.end())
      continue;
    lane->second->marks.push_back({i, layout.x(event.when)});
    ++count;
  }
}

} // namespace

TimelineLayout lay_out(Fate const& fate, Timeline const& timeline) {
  TimelineLayout layout;
  layout.axis = time_axis(timeline.end);
  add_lanes(layout, fate, timeline);
  add_marks(layout, timeline);
  double top = layout.plot_top + 6;
  for (auto& lane : layout.lanes) {
    auto const rows = place_labels(lane, timeline, layout.width);
    lane.top = top;
    lane.middle = top + row_height * rows + bar_room / 2;
    top = lane.middle + bar_room / 2;
  }
  layout.height = top + 8;
  return layout;
}

} // namespace whodunit
