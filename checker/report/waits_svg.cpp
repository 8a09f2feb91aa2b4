// SPDX-License-Identifier: MIT
#include "report/waits_svg.hpp"

#include "report/html.hpp"
#include "report/svg.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace whodunit {
namespace {

constexpr std::size_t most_threads = 10;
constexpr double width = 1040;
constexpr double half_box = 88; // of a thread, to each side
constexpr double half_height = 25;

struct Node {
  ThreadRecord const* thread;
  Spot centre;
};

// Those that wait, and those that are waited for.
std::vector<Node> nodes_of(Fate const& fate) {
  std::vector<Node> nodes;
  auto const is_waited_for = [&](ThreadRecord const& thread) {
    return std::ranges::any_of(fate.threads, [&](ThreadRecord const& other) {
      return other.wait != ThreadWait::none && other.waits_for == thread.thread;
    });
  };
  for (auto const& thread : fate.threads)
    if (nodes.size() < most_threads && (thread.wait != ThreadWait::none || is_waited_for(thread)))
      nodes.push_back({&thread, {}});
  return nodes;
}

// Around an ellipse, clockwise from the left.
void arrange(std::vector<Node>& nodes, double height) {
  double const turn = 2 * std::numbers::pi / static_cast<double>(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    double const angle = std::numbers::pi + turn * static_cast<double>(i);
    nodes[i].centre = {width / 2 + 330 * std::cos(angle),
                       height / 2 + (height / 2 - half_height - 20) * std::sin(angle)};
  }
}

// Where the way from the centre of a box towards `goal` leaves the box.
Spot edge_towards(Spot centre, Spot goal) {
  double const dx = goal.x - centre.x;
  double const dy = goal.y - centre.y;
  double const share = std::min(half_box / std::max(std::abs(dx), 1e-3),
                                (half_height + 2) / std::max(std::abs(dy), 1e-3));
  return {centre.x + dx * share, centre.y + dy * share};
}

std::string words(ThreadRecord const& thread) {
  return thread.wait == ThreadWait::lock ? fmt::format("waits for the mutex {:#x}", thread.futex)
                                         : "waits for its end";
}

// Away from the straight way, so that two threads that wait for each other have an arrow each.
std::string wait_arrow(Node const& waiter, Node const& awaited) {
  auto const& [from, to] = std::pair(waiter.centre, awaited.centre);
  if (waiter.thread == awaited.thread) {
    Spot const out{from.x - 30, from.y - half_height};
    return svg_arrow(out, {from.x, from.y - half_height - 60},
                     {from.x + 30, from.y - half_height}) +
           svg_text({from.x + half_box + 12, from.y + 4}, "label",
                    words(*waiter.thread) + ", which it holds itself");
  }
  double const length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0);
  constexpr double bow = 70;
  constexpr double label = bow / 2 + 22; // beyond the highest point of the bow
  Spot const middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  Spot const away{(to.y - from.y) / length, (from.x - to.x) / length};
  Spot const bend{middle.x + bow * away.x, middle.y + bow * away.y};
  return svg_arrow(edge_towards(from, bend), bend, edge_towards(to, bend)) +
         svg_text({middle.x + label * away.x, middle.y + label * away.y + 4}, "label middle",
                  words(*waiter.thread));
}

std::string box(Node const& node) {
  return fmt::format("<rect class=\"thread\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" "
                     "rx=\"6\"/>\n",
                     node.centre.x - half_box, node.centre.y - half_height, 2 * half_box,
                     2 * half_height) +
         svg_text({node.centre.x, node.centre.y - 3}, "name middle",
                  html_text(node.thread->name, 20)) +
         svg_text({node.centre.x, node.centre.y + 14}, "pid middle",
                  fmt::format("thread {}", node.thread->thread));
}

std::string description(std::vector<Node> const& nodes) {
  std::string text;
  for (auto const& node : nodes)
    if (node.thread->wait != ThreadWait::none)
      text += fmt::format("Thread {} waits for thread {}. ", node.thread->thread,
                          node.thread->waits_for);
  return text;
}

} // namespace

std::string waits_svg(Fate const& fate) {
  auto nodes = nodes_of(fate);
  if (nodes.empty())
    return "";
  double const height = nodes.size() < 3 ? 170 : 360;
  arrange(nodes, height);
  auto svg = svg_begin("waits", width, height, "Who waits for whom", description(nodes));
  for (auto const& waiter : nodes)
    for (auto const& awaited : nodes)
      if (waiter.thread->wait != ThreadWait::none &&
          waiter.thread->waits_for == awaited.thread->thread)
        svg += wait_arrow(waiter, awaited);
  for (auto const& node : nodes)
    svg += box(node);
  return svg + "</svg>\n";
}

} // namespace whodunit
