// SPDX-License-Identifier: MIT
#include "warden/last_look.hpp"

#include "warden/thread_look.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <poll.h>

namespace whodunit {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto looking_time = 300ms;
constexpr auto halting_time = 100ms;
constexpr int moving_time = 10; // ms

std::vector<ThreadSight> first_sights(ProcessTree& tree) {
  OpenPipes pipes;
  std::vector<ThreadSight> sights;
  auto const patience = Clock::now() + looking_time;
  for (int const pid : tree.living())
    if (Clock::now() < patience)
      std::ranges::move(look_at_threads(tree, pipes, pid), std::back_inserter(sights));
  return sights;
}

} // namespace

std::vector<ThreadRecord> take_last_look(ProcessTree& tree, Tracer& tracer,
                                         std::function<void()> const& await_status) {
  std::vector<ThreadRecord> records;
  auto sights = first_sights(tree);
  ::poll(nullptr, 0, moving_time); // whoever waits for good has not moved by then
  for (auto& sight : sights) {
    confirm(sight);
    records.push_back(std::move(sight.record));
  }
  tracer.halt();
  auto const patience = Clock::now() + halting_time;
  while (!tracer.all_halted() && Clock::now() < patience)
    await_status();
  tracer.complete(records);
  return records;
}

} // namespace whodunit
