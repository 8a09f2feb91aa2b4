// SPDX-License-Identifier: MIT
#include "autopsy/claim.hpp"
#include "casebook/casebook.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/foreign_command.hpp"
#include "cli/grading_session.hpp"
#include "fate/quantity.hpp"
#include "record/journal.hpp"
#include "report/autopsy_json.hpp"
#include "report/autopsy_text.hpp"
#include "report/terminal.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>

namespace whodunit::cli {
namespace {

struct Options {
  ForeignCommand command;
  std::string timeout;
  std::string memory;
  std::string output;
  std::string file;
  std::string case_name;
  bool json = false;
  bool no_trace = false;
};

template <class Value, class Parse>
void read_limit(std::string_view option, std::string const& text, Parse parse,
                std::optional<Value>& limit, std::vector<Complaint>& complaints) {
  if (text.empty())
    return;
  auto const value = parse(text);
  if (value)
    limit = *value;
  else
    complaints.push_back({std::string(option), {}, value.error().problem, value.error().advice});
}

std::vector<Complaint> read_limits(Options& options) {
  std::vector<Complaint> complaints;
  auto& limits = options.command.limits;
  read_limit("--timeout", options.timeout, parse_duration, limits.wall, complaints);
  read_limit("--memory", options.memory, parse_bytes, limits.memory, complaints);
  read_limit("--output", options.output, parse_bytes, limits.output, complaints);
  return complaints;
}

Result<void> write_report(std::string const& file, std::string const& text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out)
    return last_error("write the autopsy to", file);
  return {};
}

Result<void> report(Options const& options, Autopsy const& autopsy) {
  Terminal const terminal(stderr);
  auto const text = options.json
                        ? autopsy_json(autopsy)
                        : autopsy_text(autopsy, std::min<std::size_t>(terminal.width(), 80));
  if (!options.file.empty())
    return write_report(options.file, text);
  if (options.json)
    fmt::print("{}", text);
  else
    terminal.print(text);
  return {};
}

// 126 or 127 where the command never started, as a shell would say; else 0, however bad the fate.
int status_for(Fate const& fate) {
  auto const* const exit = std::get_if<Exited>(&fate.ending);
  return fate.not_executed != 0 && exit != nullptr ? exit->code : done;
}

int tell(Options const& options, Fate fate) {
  auto const autopsy = examine(std::move(fate));
  if (auto const reported = report(options, autopsy); !reported)
    return refuse(reported.error());
  return status_for(autopsy.fate);
}

bool is_solved(std::string const& name) {
  auto const folder = state_folder();
  auto const progress =
      folder ? Journal(*folder / "journal.jsonl").read() : Result<ProgressSoFar>(folder.error());
  return progress && progress->solved.contains(name);
}

int examine_case(Options const& options) {
  auto const installation = find_installation();
  if (!installation)
    return refuse(installation.error());
  Casebook const casebook(*installation);
  auto const name = casebook.resolve(options.case_name);
  if (!name)
    return refuse(name.error());
  if (!is_solved(*name)) {
    fmt::print(stderr, "The autopsy of {0} opens when you have solved it: whodunit answer {0}\n",
               *name);
    return unsolved;
  }
  auto const asked = casebook.open_case(*name);
  if (!asked)
    return refuse(asked.error());
  auto fate = GradingSession(casebook, false).fate_of(*asked);
  return fate ? tell(options, std::move(*fate)) : refuse(fate.error());
}

int examine_command(Options& options) {
  if (auto const complaints = read_limits(options); !complaints.empty())
    return refuse(complaints);
  options.command.trace = !options.no_trace;
  options.command.capture = options.json && options.file.empty();
  auto fate = run_foreign(options.command);
  return fate ? tell(options, std::move(*fate)) : refuse(fate.error());
}

void declare(CLI::App& app, Options& options) {
  app.footer("As in: whodunit autopsy --timeout 10s -- ./server --port 80");
  app.add_option("case", options.case_name,
                 "a case that you have solved, instead of a command after --")
      ->type_name("CASE");
  app.add_flag("--json", options.json,
               "print one JSON object (whodunit.autopsy/1), the command's output in it");
  app.add_option("--timeout", options.timeout, "look at it and end it after 500ms, 10s, 2m")
      ->type_name("TIME");
  app.add_option("--memory", options.memory, "limit its memory: 512KiB, 64MiB, 1GiB")
      ->type_name("SIZE");
  app.add_option("--output", options.output, "with --json, keep so much of each stream: 64KiB")
      ->type_name("SIZE");
  app.add_flag("--contain", options.command.contain, "run it in a mystery's sandbox");
  app.add_flag("--no-trace", options.no_trace,
               "observe from outside only: weaker claims, nothing disturbed");
  app.add_option("-o", options.file, "write the report there")->type_name("FILE");
}

} // namespace

int run_autopsy(Arguments arguments) {
  CLI::App app("Runs a command as you would, and tells how it ended, who did it and why.",
               "autopsy");
  Options options;
  declare(app, options);
  auto const is_end = [](std::string_view argument) { return argument == "--"; };
  auto const end = std::ranges::find_if(arguments, is_end);
  if (auto const status =
          parse(app, arguments.first(static_cast<std::size_t>(end - arguments.begin()))))
    return *status;
  if (end != arguments.end())
    options.command.arguments.assign(end + 1, arguments.end());
  if (options.command.arguments.empty() == options.case_name.empty())
    return refuse(std::vector{Complaint{"autopsy",
                                        {},
                                        "needs a command after --, or a case",
                                        "as in: whodunit autopsy -- ./server --port 80"}});
  return options.case_name.empty() ? examine_command(options) : examine_case(options);
}

} // namespace whodunit::cli
