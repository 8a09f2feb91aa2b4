// SPDX-License-Identifier: MIT
#include "autopsy/claim.hpp"
#include "casebook/casebook.hpp"
#include "cli/arguments.hpp"
#include "cli/autopsy_options.hpp"
#include "cli/command.hpp"
#include "cli/grading_session.hpp"
#include "cli/opened_cases.hpp"
#include "report/autopsy_html.hpp"
#include "report/autopsy_json.hpp"
#include "report/autopsy_text.hpp"
#include "report/progress_bar.hpp"
#include "report/spread_report.hpp"
#include "report/terminal.hpp"
#include "unwind/backtraces.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>

namespace whodunit::cli {
namespace {

Result<void> write_file_of(std::string const& file, std::string const& text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out)
    return last_error("write the autopsy to", file);
  return {};
}

Result<void> show(AutopsyOptions const& options, std::string const& text) {
  if (!options.file.empty())
    return write_file_of(options.file, text);
  if (options.json)
    fmt::print("{}", text);
  else
    Terminal(stderr).print(text);
  return {};
}

std::size_t width_of_report() {
  return std::min<std::size_t>(Terminal(stderr).width(), 80);
}

Result<void> write_page(AutopsyOptions const& options, Autopsy const& autopsy) {
  if (options.html.empty())
    return {};
  auto const& command = options.command;
  return write_file_of(options.html,
                       autopsy_html(autopsy, {command.arguments, command.limits.memory}));
}

// A page that could not be written is no reason to keep the report back.
Result<void> report(AutopsyOptions const& options, Autopsy const& autopsy) {
  auto const page = write_page(options, autopsy);
  auto const shown = show(options, options.json ? autopsy_json(autopsy)
                                                : autopsy_text(autopsy, width_of_report()));
  return page ? shown : page;
}

// 126 or 127 where the command never started, as a shell would say; else 0, however bad the fate.
int status_for(Fate const& fate) {
  auto const* const exit = std::get_if<Exited>(&fate.ending);
  return fate.not_executed != 0 && exit != nullptr ? exit->code : done;
}

// Without them the autopsy is worth telling all the same.
void add_backtraces(Autopsy& autopsy) {
  auto const installation = find_installation();
  if (autopsy.fate.stacks.empty() || !installation)
    return;
  auto backtraces = unwind_all(installation->unwind, autopsy.fate.stacks);
  if (backtraces)
    autopsy.backtraces = std::move(*backtraces);
  else
    fmt::print(stderr, "whodunit: no backtrace: {}\n", to_string(backtraces.error()));
}

int tell(AutopsyOptions const& options, Fate fate) {
  auto autopsy = examine(std::move(fate));
  add_backtraces(autopsy);
  if (auto const reported = report(options, autopsy); !reported)
    return refuse(reported.error());
  return status_for(autopsy.fate);
}

int refuse_unsolved(std::string const& name) {
  fmt::print(stderr,
             "The autopsy of {0} opens when you have solved it: whodunit answer {0}\n"
             "or when you give it up: whodunit autopsy {0} --give-up\n",
             name);
  return unsolved;
}

int examine_case(AutopsyOptions const& options) {
  auto const casebook = Casebook::find();
  if (!casebook)
    return refuse(casebook.error());
  auto const name = casebook->resolve(options.case_name);
  if (!name)
    return refuse(name.error());
  if (!is_open(*name)) {
    if (!options.give_up)
      return refuse_unsolved(*name);
    note(EventKind::gave_up, *name);
  }
  auto const asked = casebook->open_case(*name);
  if (!asked)
    return refuse(asked.error());
  auto fate = GradingSession(*casebook, false).fate_of(*asked);
  return fate ? tell(options, std::move(*fate)) : refuse(fate.error());
}

// An autopsy of a mystery's own program tells as much as that of the case: it is remembered.
void note_a_look(std::string const& command) {
  auto const casebook = Casebook::find();
  if (!casebook)
    return;
  std::error_code ignored;
  auto const program = std::filesystem::weakly_canonical(command, ignored);
  auto const names = casebook->names();
  for (auto const& name : value_or(names, std::vector<std::string>{}))
    if (program == std::filesystem::weakly_canonical(casebook->binary(name), ignored))
      note(EventKind::looked, name);
}

int examine_runs(AutopsyOptions const& options) {
  Spread spread;
  ProgressBar bar(static_cast<std::size_t>(options.runs));
  auto const done_all = run_many(options.command, options.runs, [&](Fate fate) {
    spread.add(examine(std::move(fate)));
    bar.advance();
    return true;
  });
  if (!done_all)
    return refuse(done_all.error());
  auto const shown =
      show(options, options.json ? spread_json(spread) : spread_text(spread, width_of_report()));
  return shown ? done : refuse(shown.error());
}

int examine_command(AutopsyOptions& options) {
  note_a_look(options.command.arguments.front());
  if (options.runs > 1)
    return examine_runs(options);
  options.command.capture = options.json && options.file.empty();
  auto fate = run_foreign(options.command);
  return fate ? tell(options, std::move(*fate)) : refuse(fate.error());
}

} // namespace

int run_autopsy(Arguments arguments) {
  CLI::App app("Runs a command as you would, and tells how it ended, who did it and why.",
               "autopsy");
  AutopsyOptions options;
  WrittenLimits limits;
  declare(app, options, limits);
  auto const is_end = [](std::string_view argument) { return argument == "--"; };
  auto const end = std::ranges::find_if(arguments, is_end);
  if (auto const status =
          parse(app, arguments.first(static_cast<std::size_t>(end - arguments.begin()))))
    return *status;
  if (end != arguments.end())
    options.command.arguments.assign(end + 1, arguments.end());
  if (auto const complaints = settle(options, limits); !complaints.empty())
    return refuse(complaints);
  return options.case_name.empty() ? examine_command(options) : examine_case(options);
}

} // namespace whodunit::cli
