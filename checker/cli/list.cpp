// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/track.hpp"
#include "dialogue/course.hpp"
#include "report/case_text.hpp"
#include "report/terminal.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <span>

namespace whodunit::cli {
namespace {

int times(std::map<std::string, int> const& counts, std::string const& name) {
  auto const found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

using Json = nlohmann::ordered_json;

std::string_view state_of(Course const& course, Case const& entry) {
  if (course.solved(entry))
    return "solved";
  if (course.progress().given_up.contains(entry.name))
    return "given-up";
  return times(course.progress().attempts, entry.name) > 0 ? "tried" : "open";
}

Json json_of(Course const& course, Case const& entry) {
  auto asks = Json::array();
  for (auto const field : entry.asks)
    asks.push_back(code(field));
  return {{"case", entry.name},
          {"title", entry.title},
          {"chapter", entry.chapter},
          {"set", entry.set.empty() ? Json() : Json(entry.set)},
          {"curiosity", entry.curiosity},
          {"difficulty", entry.difficulty},
          {"minutes", entry.minutes},
          {"topics", entry.topics},
          {"asks", std::move(asks)},
          {"state", state_of(course, entry)},
          {"solved", course.solved(entry)},
          {"attempts", times(course.progress().attempts, entry.name)},
          {"hints", course.open_hints(entry)}};
}

void print_json(Course const& course) {
  Json all{{"schema", "whodunit.cases/1"},
           {"chapters", Json::array()},
           {"tracks", Json::array()},
           {"cases", Json::array()}};
  for (auto const& chapter : course.curriculum().chapters)
    all["chapters"].push_back({{"chapter", chapter.number}, {"title", chapter.title}});
  for (auto const& track : course.curriculum().tracks)
    all["tracks"].push_back({{"track", track.name},
                             {"title", track.title},
                             {"about", track.about},
                             {"cases", track.cases}});
  for (auto const& entry : course.cases())
    all["cases"].push_back(json_of(course, entry));
  fmt::print("{}\n", all.dump(2));
}

Mark mark_of(Course const& course, Case const& entry) {
  auto const state = state_of(course, entry);
  return state == "solved" ? Mark::good : state == "open" ? Mark::open : Mark::half;
}

std::size_t widest_title(std::span<Case const> cases) {
  std::size_t widest = 0;
  for (auto const& entry : cases)
    widest = std::max(widest, entry.title.size());
  return widest;
}

// ``  . 004  Four hinges            1/5   15 min  139``
void print_case(Terminal const& screen, Course const& course, Case const& entry,
                std::size_t widest) {
  auto const padding = std::string(widest - entry.title.size(), ' ');
  screen.say(fmt::format("{}{}  {}/5 {:>4} min{}{}{}", entry.title, padding, entry.difficulty,
                         entry.minutes, entry.set.empty() ? "" : "  ", entry.set,
                         entry.curiosity ? "  a curiosity" : ""),
             fmt::format("  {} {}  ", screen.mark(mark_of(course, entry)), short_name(entry)));
}

void print_cases(Terminal const& screen, Course const& course) {
  auto const widest = widest_title(course.cases());
  std::optional<int> chapter;
  for (auto const& entry : course.cases()) {
    if (chapter != entry.chapter) {
      screen.print(chapter ? "\n" : "");
      screen.print(screen.bold(course.chapter_title(entry.chapter)) + "\n");
    }
    chapter = entry.chapter;
    print_case(screen, course, entry, widest);
  }
}

int minutes_of(Course const& course, Track const& track) {
  int minutes = 0;
  for (auto const& entry : course.cases())
    if (std::ranges::count(track.cases, entry.name) != 0)
      minutes += entry.minutes;
  return minutes;
}

void print_tracks(Terminal const& screen, Course const& course) {
  for (auto const& track : course.curriculum().tracks)
    screen.say(fmt::format("{} ({} cases, {} minutes). {}", track.title, track.cases.size(),
                           minutes_of(course, track), track.about),
               fmt::format("  {:<9} ", track.name));
}

void print_text(Course const& course) {
  Terminal const screen(stdout);
  print_cases(screen, course);
  if (course.curriculum().tracks.empty())
    return;
  screen.print("\n" + screen.bold("Tracks") + "\n");
  print_tracks(screen, course);
  screen.say(fmt::format(
      "{} solved, {} tried or given up, {} open; the last column is what a case looks like "
      "from outside. Along a track: whodunit next --track NAME",
      screen.mark(Mark::good), screen.mark(Mark::half), screen.mark(Mark::open)));
}

int print_track(Course const& course, std::string const& name) {
  auto const* const track = find_track(course, name);
  if (track == nullptr)
    return bad_usage;
  Terminal const screen(stdout);
  auto const widest = widest_title(course.cases());
  screen.print(screen.bold(track->title) + "\n");
  screen.say(track->about);
  screen.print("\n");
  for (auto const& wanted : track->cases)
    if (auto const found = std::ranges::find(course.cases(), wanted, &Case::name);
        found != course.cases().end())
      print_case(screen, course, *found, widest);
  return done;
}

} // namespace

int run_list(Arguments arguments) {
  CLI::App app("Lists all cases by chapter.", "list");
  bool json = false;
  std::string track;
  app.add_flag("--json", json, "print one JSON object (whodunit.cases/1)");
  app.add_option("--track", track, "only the cases of this track, in its order");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const course = Course::open();
  if (!course)
    return refuse(course.error());
  if (!track.empty() && !json)
    return print_track(*course, track);
  json ? print_json(*course) : print_text(*course);
  return course->complaints().empty() ? static_cast<int>(done) : refuse(course->complaints());
}

} // namespace whodunit::cli
