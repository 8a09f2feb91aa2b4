// SPDX-License-Identifier: MIT
#include "dialogue/course.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <iterator>
#include <tuple>

namespace whodunit {
namespace {

void warn(Error const& error) {
  fmt::print(stderr, "whodunit: your progress is not remembered: {}\n",
             printable(to_string(error), true));
}

} // namespace

Checked<Course> Course::open() {
  auto casebook = Casebook::find();
  if (!casebook)
    return casebook.error();
  Course course{std::move(*casebook)};
  auto const names = course.casebook_.names();
  if (!names)
    return std::vector{Complaint{"whodunit", {}, to_string(names.error())}};
  course.read_cases(*names);
  course.read_curriculum();
  course.read_journal();
  return course;
}

void Course::read_cases(std::vector<std::string> const& names) {
  for (auto const& name : names)
    if (auto entry = casebook_.open_case(name))
      cases_.push_back(std::move(*entry));
    else
      std::ranges::copy(entry.error(), std::back_inserter(complaints_));
  std::ranges::sort(cases_, {},
                    [](Case const& entry) { return std::tie(entry.chapter, entry.name); });
}

void Course::read_curriculum() {
  if (auto curriculum = whodunit::read_curriculum(casebook_.sets().front().mysteries))
    curriculum_ = std::move(*curriculum);
  else
    std::ranges::copy(curriculum.error(), std::back_inserter(complaints_));
}

void Course::read_journal() {
  auto const folder = state_folder();
  if (!folder)
    return warn(folder.error());
  journal_.emplace(*folder / "journal.jsonl");
  if (auto progress = journal_->read())
    progress_ = std::move(*progress);
  else
    warn(progress.error());
}

Checked<Case> Course::find(std::string_view written) const {
  auto const name = casebook_.resolve(written);
  if (!name)
    return name.error();
  auto const found = std::ranges::find(cases_, *name, &Case::name);
  return found != cases_.end() ? Checked<Case>(*found) : casebook_.open_case(*name);
}

Case const* Course::next(Case const* previous) const {
  auto const open = [&](Case const& entry) { return !solved(entry); };
  auto const after = std::ranges::find_if(cases_, [&](Case const& entry) {
    return previous == nullptr || entry.name == previous->name;
  });
  auto found = std::find_if(after, cases_.end(), open);
  if (found == cases_.end())
    found = std::find_if(cases_.begin(), cases_.end(), open);
  return found == cases_.end() ? nullptr : &*found;
}

Case const* Course::next_on(Track const& track) const {
  for (auto const& name : track.cases)
    if (auto const found = std::ranges::find(cases_, name, &Case::name);
        found != cases_.end() && !solved(*found))
      return &*found;
  return nullptr;
}

std::string Course::chapter_title(int number) const {
  auto const* const chapter = curriculum_.chapter(number);
  if (number == 0)
    return chapter == nullptr ? "Prologue" : chapter->title;
  return chapter == nullptr ? fmt::format("Chapter {}", number)
                            : fmt::format("Chapter {}: {}", number, chapter->title);
}

bool Course::solved_chapter(int chapter) const {
  return std::ranges::all_of(
      cases_, [&](Case const& entry) { return entry.chapter != chapter || solved(entry); });
}

bool Course::newcomer() const {
  return progress_.solved.empty() && progress_.attempts.empty() && progress_.hints.empty();
}

std::size_t Course::open_hints(Case const& entry) const {
  auto const found = progress_.hints.find(entry.name);
  auto const open = found == progress_.hints.end() ? 0 : found->second;
  return std::min(static_cast<std::size_t>(std::max(open, 0)), entry.hints.size());
}

void Course::record(JournalEvent const& event) {
  progress_.add(event);
  if (!journal_)
    return;
  if (auto const written = journal_->append(event); !written) {
    warn(written.error());
    journal_.reset(); // said once is enough
  }
}

} // namespace whodunit
