// SPDX-License-Identifier: MIT
#include "cli/autopsy_options.hpp"

#include "fate/quantity.hpp"

#include <fmt/format.h>

namespace whodunit::cli {
namespace {

constexpr int most_runs = 1'000'000;
constexpr int most_calls = 100'000;

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

Quantity<std::chrono::seconds> parse_whole_seconds(std::string_view text) {
  auto const duration = parse_duration(text);
  if (!duration)
    return duration.error();
  auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(*duration);
  if (seconds != *duration)
    return BadQuantity{fmt::format("\"{}\" is no whole number of seconds", printable(text)),
                       "the kernel counts CPU time for this limit in seconds: write 1s, 5s, 2m"};
  return seconds;
}

void declare_limits(CLI::App& app, Limits& limits, WrittenLimits& written) {
  auto const group = "Limits (none unless asked for)";
  auto const add = [&](char const* name, std::string& text, char const* what, char const* type) {
    app.add_option(name, text, what)->type_name(type)->group(group);
  };
  auto const count = [&](char const* name, std::optional<int>& value, char const* what) {
    app.add_option(name, value, what)
        ->type_name("N")
        ->group(group)
        ->check(CLI::Range(1, 1'000'000));
  };
  add("--timeout", written.timeout, "look at it and end it after 500ms, 10s, 2m", "TIME");
  add("--cpu", written.cpu, "CPU time of each of its processes: 5s, 2m", "TIME");
  add("--memory", written.memory, "memory of all of it: 512KiB, 64MiB, 1GiB", "SIZE");
  count("--processes", limits.processes, "processes and threads alive at a time");
  count("--files", limits.files, "descriptors open in each of its processes");
  add("--file-size", written.file_size, "each file that it writes: 10MiB", "SIZE");
  add("--output", written.output, "kept of each stream, where it is captured: 64KiB", "SIZE");
}

} // namespace

void declare(CLI::App& app, AutopsyOptions& options, WrittenLimits& limits) {
  auto& command = options.command;
  app.footer("As in: whodunit autopsy --timeout 10s -- ./server --port 80");
  app.add_option("case", options.case_name,
                 "a case that you have solved, instead of a command after --")
      ->type_name("CASE");
  app.add_flag("--give-up", options.give_up, "open the case though it is not solved");
  app.add_flag("--json", options.json,
               "print one JSON object (whodunit.autopsy/1), the command's output in it");
  app.add_option("--html", options.html, "write a page with pictures there, that needs no network")
      ->type_name("FILE");
  app.add_option("-o", options.file, "write the report there")->type_name("FILE");
  app.add_flag("--backtrace", command.backtrace, "the calls that a fatal signal interrupted");
  app.add_option("--syscalls", command.system_calls, "its last N system calls; slows it down")
      ->type_name("N")
      ->check(CLI::Range(1, most_calls));
  app.add_option("--runs", options.runs,
                 "run it N times, without input or output, and tell the spread of its fates")
      ->type_name("N")
      ->check(CLI::Range(1, most_runs));
  app.add_flag("--contain", command.contain, "run it in a mystery's sandbox");
  app.add_flag("!--no-trace", command.trace,
               "observe from outside only: weaker claims, nothing disturbed");
  declare_limits(app, command.limits, limits);
}

std::vector<Complaint> settle(AutopsyOptions& options, WrittenLimits const& written) {
  std::vector<Complaint> complaints;
  auto& command = options.command;
  auto& limits = command.limits;
  read_limit("--timeout", written.timeout, parse_duration, limits.wall, complaints);
  read_limit("--cpu", written.cpu, parse_whole_seconds, limits.cpu, complaints);
  read_limit("--memory", written.memory, parse_bytes, limits.memory, complaints);
  read_limit("--output", written.output, parse_bytes, limits.output, complaints);
  read_limit("--file-size", written.file_size, parse_bytes, limits.file_size, complaints);
  auto const complain = [&](char const* option, char const* problem, char const* advice) {
    complaints.push_back({option, {}, problem, advice});
  };
  if (command.arguments.empty() == options.case_name.empty())
    complain("autopsy", "needs a command after --, or a case",
             "as in: whodunit autopsy -- ./server --port 80");
  if (!command.trace && (command.backtrace || command.system_calls > 0))
    complain("--no-trace", "sees neither system calls nor a backtrace",
             "leave --no-trace out, or --backtrace and --syscalls");
  if (options.runs > 1 && !options.html.empty())
    complain("--html", "shows one run", "leave --runs out");
  if (options.give_up && options.case_name.empty())
    complain("--give-up", "is for a case", "as in: whodunit autopsy mystery000 --give-up");
  return complaints;
}

} // namespace whodunit::cli
