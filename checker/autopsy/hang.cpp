// SPDX-License-Identifier: MIT
#include "autopsy/hang.hpp"

#include "fault/complaint.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

using Threads = std::vector<ThreadRecord const*>;

Threads threads_of(Inquiry const& inquiry) {
  Threads threads;
  for (auto const& thread : inquiry.fate.threads)
    if (thread.process == inquiry.victim.pid)
      threads.push_back(&thread);
  return threads;
}

ThreadRecord const* awaited_by(Threads const& threads, ThreadRecord const& thread) {
  auto const found = std::ranges::find(threads, thread.waits_for, &ThreadRecord::thread);
  return thread.wait != ThreadWait::none && found != threads.end() ? *found : nullptr;
}

// Two that wait for one lock are no circle, but were seen at two moments.
bool share_a_lock(Threads const& circle) {
  return std::ranges::any_of(circle, [&](ThreadRecord const* one) {
    return std::ranges::count(circle, one->futex, &ThreadRecord::futex) > 1;
  });
}

// Follows who waits for whom from `start`; the circle if it ends in one.
Threads circle_from(Threads const& threads, ThreadRecord const* start) {
  Threads path;
  for (auto const* thread = start; thread != nullptr; thread = awaited_by(threads, *thread)) {
    if (auto const seen = std::ranges::find(path, thread); seen != path.end())
      return share_a_lock({seen, path.end()}) ? Threads{} : Threads{seen, path.end()};
    path.push_back(thread);
  }
  return {};
}

std::vector<Evidence> told_by_all(Inquiry const& inquiry, Threads const& threads) {
  std::vector<Evidence> evidence{{"/proc", "process " + std::to_string(inquiry.victim.pid) + " " +
                                               to_string(inquiry.victim.ending)}};
  constexpr std::size_t enough = 8;
  for (std::size_t i = 0; i < std::min(threads.size(), enough); ++i)
    evidence.push_back(told_by_thread(*threads[i]));
  return evidence;
}

bool waits_for_its_own(ThreadRecord const& thread) {
  return thread.endless || thread.own_pipe || thread.wait == ThreadWait::thread_end;
}

Finding by_itself(Cause cause, std::vector<Evidence> const& evidence, int pid) {
  return {claim(Agent::self, Certainty::inferred, evidence, pid),
          claim(cause, Certainty::inferred, evidence)};
}

// A thread that sleeps on a word of its own process is woken by another one: by the only one that
// is free to do it.
ThreadRecord const* only_waker(Threads const& threads, ThreadRecord const& sleeper) {
  ThreadRecord const* waker = nullptr;
  for (auto const* const thread : threads) {
    if (thread == &sleeper || waits_for_its_own(*thread))
      continue;
    if (waker != nullptr)
      return nullptr;
    waker = thread;
  }
  return sleeper.endless ? waker : nullptr;
}

} // namespace

std::optional<Finding> stuck_threads(Inquiry const& inquiry) {
  auto const threads = threads_of(inquiry);
  for (auto const* const thread : threads)
    if (auto const circle = circle_from(threads, thread); !circle.empty())
      return by_itself(Cause::hang_deadlock, told_by_all(inquiry, circle), inquiry.victim.pid);
  bool const all_sleep =
      !threads.empty() && threads.size() < most_threads &&
      std::ranges::all_of(threads, [](auto const* thread) { return waits_for_its_own(*thread); });
  if (!all_sleep)
    return std::nullopt;
  auto evidence = told_by_all(inquiry, threads);
  evidence.push_back({"/proc", "only a thread of this process could end these waits, which have no "
                               "time limit, and all of them wait"});
  return by_itself(Cause::hang_lost_event, evidence, inquiry.victim.pid);
}

ThreadRecord const* last_awaited(Inquiry const& inquiry) {
  auto const threads = threads_of(inquiry);
  auto const first = std::ranges::find(threads, inquiry.victim.pid, &ThreadRecord::thread);
  auto const* thread = first != threads.end() ? *first : nullptr;
  for (std::size_t steps = 0; thread != nullptr && steps < threads.size(); ++steps)
    if (auto const* const next = awaited_by(threads, *thread))
      thread = next;
  if (thread != nullptr)
    if (auto const* const waker = only_waker(threads, *thread))
      return waker;
  return thread;
}

Evidence told_by_thread(ThreadRecord const& thread) {
  auto text = fmt::format("thread {} ({})", thread.thread, printable(thread.name));
  if (!thread.doing.empty())
    text += fmt::format(" was blocked in {}", printable(thread.doing));
  else
    text += fmt::format(", {}", to_string(Ending(Alive{thread.state})));
  if (thread.wait == ThreadWait::lock)
    text += fmt::format(", for the mutex at {:#x} that thread {} holds", thread.futex,
                        thread.waits_for);
  if (thread.wait == ThreadWait::thread_end)
    text += fmt::format(", for the end of thread {}", thread.waits_for);
  if (!thread.place.empty() && thread.doing.empty())
    text += fmt::format(", at {}", printable(thread.place));
  return {"/proc", std::move(text)};
}

} // namespace whodunit
