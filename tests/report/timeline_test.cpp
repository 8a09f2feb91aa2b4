// SPDX-License-Identifier: MIT
#include "report/timeline.hpp"

#include "../autopsy/made_fate.hpp"
#include "report/family.hpp"
#include "report/timeline_layout.hpp"
#include "report/timeline_svg.hpp"
#include "well_formed.hpp"

#include "fate/signal_code.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ProcessRecord process(int pid, int parent, Moment born, Moment ended, Ending ending = Exited{0}) {
  return {pid, parent, "child", std::move(ending), born, ended, {}, {}};
}

// 2 starts 3 and 4; 3 starts 5 after 4 was born.
Fate family() {
  auto fate = lone(Exited{0});
  fate.processes[0].ended = Moment{1000};
  fate.processes.push_back(process(3, first, Moment{100}, Moment{800}));
  fate.processes.push_back(process(4, first, Moment{200}, Moment{500}));
  fate.processes.push_back(process(5, 3, Moment{300}, Moment{700}));
  return fate;
}

std::vector<int> pids(Fate const& fate, std::vector<Lane> const& lanes) {
  std::vector<int> all;
  all.reserve(lanes.size());
  for (auto const& lane : lanes)
    all.push_back(fate.processes[lane.process].pid);
  return all;
}

TEST(Family, AChildStandsBelowItsParent) {
  auto const fate = family();
  std::vector<std::pair<int, std::size_t>> seen;
  for (auto const& member : family_of(fate))
    seen.emplace_back(fate.processes[member.index].pid, member.depth);
  EXPECT_THAT(seen,
              ElementsAre(std::pair(2, 0U), std::pair(3, 1U), std::pair(5, 2U), std::pair(4, 1U)));
}

TEST(Family, NobodyIsLostAmongRecordsThatMakeNoTree) {
  Fate fate;
  fate.processes = {process(7, 7, {}, {}), process(8, 9, {}, {}), process(9, 8, {}, {}),
                    process(7, 7, {}, {})};
  EXPECT_EQ(family_of(fate).size(), 4U);
}

TEST(Roll, ANumberThatWasUsedTwiceIsWhoeverHadItThen) {
  Fate fate;
  fate.processes = {process(7, 0, Moment{0}, Moment{10}), process(7, 0, Moment{50}, Moment{60})};
  Roll const roll(fate);
  EXPECT_EQ(roll.at(7, Moment{20}), 0U);
  EXPECT_EQ(roll.at(7, Moment{50}), 1U);
  EXPECT_EQ(roll.at(8, Moment{50}), std::nullopt);
}

TEST(Timeline, ACallAndItsDeliveryAreOneArrow) {
  auto fate = family();
  fate.kill_calls.push_back(kill_call(4, first, SIGTERM, Moment{300}));
  auto record = delivered(SIGTERM, code_user, 4);
  record.when = Moment{420};
  fate.signals.push_back(record);
  auto const timeline = timeline_of(fate);
  ASSERT_EQ(timeline.arrows.size(), 1U);
  EXPECT_EQ(timeline.arrows[0].from, 2U);
  EXPECT_EQ(timeline.arrows[0].to, 0U);
  EXPECT_EQ(timeline.arrows[0].sent, Moment{300});
  EXPECT_EQ(timeline.arrows[0].came, Moment{420});
}

TEST(Timeline, SigkillArrivesWhenItsTargetEnds) {
  auto fate = family();
  fate.processes[2].ending = killed_by(SIGKILL);
  fate.kill_calls.push_back(kill_call(first, 4, SIGKILL, Moment{450}));
  auto const timeline = timeline_of(fate);
  ASSERT_EQ(timeline.arrows.size(), 1U);
  EXPECT_EQ(timeline.arrows[0].to, 2U);
  EXPECT_EQ(timeline.arrows[0].came, Moment{500});
}

TEST(Timeline, ASenderOutsideTheTreeHasNoArrowAndIsNamed) {
  auto fate = family();
  fate.signals.push_back(delivered(SIGTERM, code_user, 4711));
  auto const timeline = timeline_of(fate);
  EXPECT_TRUE(timeline.arrows.empty());
  EXPECT_THAT(timeline_svg(fate, timeline), HasSubstr("SIGTERM (from outside)"));
}

TEST(Timeline, TellsHowASignalWasReceived) {
  auto fate = lone(Exited{0});
  for (auto const disposition :
       {Disposition::standard, Disposition::ignored, Disposition::caught}) {
    fate.signals.push_back(delivered(SIGTERM, code_user, first));
    fate.signals.back().disposition = disposition;
  }
  std::vector<std::string> labels;
  for (auto const& event : timeline_of(fate).events)
    if (event.kind == EventKind::delivery)
      labels.push_back(event.label);
  EXPECT_THAT(labels, ElementsAre("SIGTERM (itself)", "SIGTERM, ignored (itself)",
                                  "SIGTERM, caught (itself)"));
}

TEST(Timeline, TellsInOrder) {
  auto const timeline = timeline_of(family());
  EXPECT_TRUE(std::ranges::is_sorted(timeline.events, {}, &Event::when));
  EXPECT_EQ(timeline.events.front().told, "process 2 (subject) is started");
  EXPECT_EQ(timeline.events.back().told, "process 2 (subject): exited with code 0");
  EXPECT_EQ(timeline.end, Moment{1000});
}

TEST(TimelineLayout, LanesAreInTheOrderOfTheFamilyAndDoNotOverlap) {
  auto const fate = family();
  auto const layout = lay_out(fate, timeline_of(fate));
  EXPECT_THAT(pids(fate, layout.lanes), ElementsAre(2, 3, 5, 4));
  for (std::size_t i = 1; i < layout.lanes.size(); ++i)
    EXPECT_LT(layout.lanes[i - 1].middle + 10, layout.lanes[i].middle);
  EXPECT_LT(layout.lanes.back().middle, layout.height);
}

TEST(TimelineLayout, BirthAndEndAreToScale) {
  auto const fate = family();
  auto const layout = lay_out(fate, timeline_of(fate));
  auto const& lane = layout.lanes[3]; // 4, from 200 to 500 of 1000
  double const width = layout.plot_end - layout.plot_begin;
  EXPECT_DOUBLE_EQ(lane.begin, layout.plot_begin + 0.2 * width);
  EXPECT_DOUBLE_EQ(lane.end, layout.plot_begin + 0.5 * width);
}

TEST(TimelineLayout, OfTooManyThoseThatDidSomethingAreKept) {
  auto fate = family();
  for (int i = 0; i < 300; ++i)
    fate.processes.push_back(process(100 + i, first, Moment{300}, Moment{400}));
  fate.processes.push_back(process(999, first, Moment{300}, Moment{400}, killed_by(SIGSEGV)));
  fate.kill_calls.push_back(kill_call(350, first, SIGTERM));
  auto const layout = lay_out(fate, timeline_of(fate));
  EXPECT_EQ(layout.lanes.size(), most_lanes);
  EXPECT_EQ(layout.left_out, fate.processes.size() - most_lanes);
  EXPECT_THAT(pids(fate, layout.lanes), ::testing::IsSupersetOf({first, 3, 350, 999}));
}

TEST(TimelineLayout, LabelsAtOneMomentGetRowsOfTheirOwn) {
  auto fate = lone(Exited{0});
  for (int i = 0; i < 10; ++i)
    fate.kill_calls.push_back(kill_call(first, 1, SIGUSR1, Moment{500}));
  auto const layout = lay_out(fate, timeline_of(fate));
  std::vector<int> rows;
  for (auto const& mark : layout.lanes[0].marks)
    rows.push_back(mark.row);
  EXPECT_THAT(rows, ElementsAre(0, 1, 2, 3, -1, -1, -1, -1, -1, -1));
}

TEST(TimelineSvg, EveryPointLiesInItsBox) {
  auto fate = family();
  fate.processes[1].born = Moment::max();
  fate.processes[2].ended = Moment::min();
  fate.signals.push_back(delivered(SIGTERM, code_user, 4));
  fate.signals.back().when = Moment::min();
  auto const layout = lay_out(fate, timeline_of(fate));
  for (auto const& lane : layout.lanes) {
    EXPECT_GE(lane.begin, layout.plot_begin);
    EXPECT_LE(lane.begin, lane.end);
    EXPECT_LE(lane.end, layout.plot_end);
  }
}

TEST(TimelineSvg, IsWellFormedAndBoundedWhateverHappened) {
  auto fate = family();
  for (int i = 0; i < 5000; ++i) {
    fate.processes.push_back(process(100 + i, i, Moment{i}, Moment{i + 9}, killed_by(SIGSEGV)));
    fate.processes.back().name = "\"><script>" + std::string(1000, '&');
    fate.kill_calls.push_back(kill_call(100 + i, i, SIGUSR1, Moment{i}));
    fate.signals.push_back(delivered(SIGUSR1, code_user, 100 + i));
  }
  auto const svg = timeline_svg(fate, timeline_of(fate));
  EXPECT_TRUE(well_formed(svg));
  EXPECT_LT(svg.size(), 512U * 1024);
}

TEST(TimelineSvg, EachEndingHasAShapeAndAWord) {
  auto fate = family();
  fate.processes[1].ending = Exited{3};
  fate.processes[2].ending = Killed{number(SIGSEGV), true};
  fate.processes[3].ending = Alive{LifeState::sleeping};
  auto const svg = timeline_svg(fate, timeline_of(fate));
  for (auto const* seen : {"shape well", "exit 0", "shape failed", "exit 3", "shape killed",
                           "SIGSEGV, core", "shape alive", "still sleeping"})
    EXPECT_THAT(svg, HasSubstr(seen));
}

} // namespace
} // namespace whodunit::testing
