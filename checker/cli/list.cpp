// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "dialogue/course.hpp"
#include "report/case_text.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whodunit::cli {
namespace {

int times(std::map<std::string, int> const& counts, std::string const& name) {
  auto const found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

nlohmann::ordered_json json_of(Course const& course, Case const& entry) {
  auto asks = nlohmann::ordered_json::array();
  for (auto const field : entry.asks)
    asks.push_back(code(field));
  return {{"case", entry.name},
          {"title", entry.title},
          {"chapter", entry.chapter},
          {"difficulty", entry.difficulty},
          {"minutes", entry.minutes},
          {"topics", entry.topics},
          {"asks", std::move(asks)},
          {"solved", course.solved(entry)},
          {"attempts", times(course.progress().attempts, entry.name)},
          {"hints", course.open_hints(entry)}};
}

void print_json(Course const& course) {
  auto cases = nlohmann::ordered_json::array();
  for (auto const& entry : course.cases())
    cases.push_back(json_of(course, entry));
  nlohmann::ordered_json const all{{"schema", "whodunit.cases/1"}, {"cases", std::move(cases)}};
  fmt::print("{}\n", all.dump(2));
}

void print_text(Course const& course) {
  Terminal const screen(stdout);
  std::size_t widest = 0;
  for (auto const& entry : course.cases())
    widest = std::max(widest, entry.title.size());
  std::optional<int> chapter;
  for (auto const& entry : course.cases()) {
    if (chapter != entry.chapter) {
      screen.print(chapter ? "\n" : "");
      screen.print(screen.bold(entry.chapter == 0 ? "Prologue\n"
                                                  : fmt::format("Chapter {}\n", entry.chapter)));
    }
    chapter = entry.chapter;
    auto const mark = screen.mark(course.solved(entry) ? Mark::good : Mark::open);
    screen.say(fmt::format("{:<{}}  difficulty {}, {} minutes{}", entry.title, widest,
                           entry.difficulty, entry.minutes, course.solved(entry) ? ", solved" : ""),
               fmt::format("  {} {}  ", mark, short_name(entry)));
  }
}

} // namespace

int run_list(Arguments arguments) {
  CLI::App app("Lists all cases by chapter.", "list");
  bool json = false;
  app.add_flag("--json", json, "print one JSON object (whodunit.cases/1)");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const course = Course::open();
  if (!course)
    return refuse(course.error());
  json ? print_json(*course) : print_text(*course);
  return course->complaints().empty() ? static_cast<int>(done) : refuse(course->complaints());
}

} // namespace whodunit::cli
