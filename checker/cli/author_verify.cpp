// SPDX-License-Identifier: MIT
#include "authoring/verify_report.hpp"
#include "cli/arguments.hpp"
#include "cli/author.hpp"
#include "report/progress_bar.hpp"
#include "report/terminal.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <thread>

namespace whodunit::cli {
namespace {

struct Wish {
  std::vector<std::string> cases;
  bool all = false;
  bool json = false;
  std::string junit;
  VerifyOptions options{20, static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))};
};

Checked<std::vector<std::string>> names_of(Casebook const& casebook, Wish const& wish) {
  std::vector<std::string> names;
  if (wish.all) {
    auto all = casebook.names();
    if (!all)
      return std::vector{Complaint{"whodunit", {}, to_string(all.error())}};
    return std::move(*all);
  }
  for (auto const& written : wish.cases) {
    auto name = casebook.resolve(written);
    if (!name)
      return name.error();
    if (std::ranges::count(names, *name) == 0)
      names.push_back(std::move(*name));
  }
  return names;
}

int write_junit(std::string const& file, VerifyReport const& report) {
  std::ofstream out(file);
  out << verify_junit(report) << std::flush;
  if (out)
    return done;
  fmt::print(stderr, "whodunit: cannot write \"{}\"\n", printable(file));
  return machine_cannot;
}

int verify_them(Wish const& wish) {
  auto const casebook = Casebook::find();
  if (!casebook)
    return refuse(casebook.error());
  auto const names = names_of(*casebook, wish);
  if (!names)
    return refuse(names.error());
  Terminal const terminal(stdout);
  ProgressBar bar(names->size());
  auto const report = verify(*casebook, *names, wish.options, [&](CaseReport const& one) {
    bar.clear();
    if (!wish.json)
      terminal.print(case_line(one, terminal.width()));
    std::fflush(stdout);
    bar.advance();
  });
  if (!report)
    return refuse(report.error());
  if (wish.json)
    fmt::print("{}", verify_json(*report));
  else
    terminal.print(verify_summary(*report, terminal.width()));
  if (!wish.junit.empty())
    if (int const status = write_junit(wish.junit, *report); status != done)
      return status;
  bool const proved =
      std::ranges::all_of(report->cases, [](auto const& one) { return one.findings.empty(); });
  return proved ? done : unsolved;
}

} // namespace

int run_author_verify(Arguments arguments) {
  CLI::App app(
      "Proves that cases are what their keys say, before a learner meets them: builds them "
      "with every compiler and\nlevel that they claim, runs them many times, traced and "
      "untraced, as root and as a plain user, and holds files,\ntexts and grading against "
      "the rules (whodunit author rules). Exits 0 if all is proved, 1 if a rule is broken.",
      "author verify");
  Wish wish;
  app.add_option("CASE", wish.cases, "mystery000, 000 or 0; any number of them");
  app.add_flag("--all", wish.all, "every case of the set");
  app.add_option(
         "--runs", wish.options.runs,
         "runs of the usual build (20); each other condition gets a sixth of them, one at least")
      ->check(CLI::Range(1, 100'000));
  app.add_option("--jobs", wish.options.jobs, "cases at a time (as many as there are processors)")
      ->check(CLI::Range(1, 256));
  app.add_flag("--json", wish.json, "print one JSON object (whodunit.verify/1)");
  app.add_option("--junit", wish.junit, "write JUnit's XML to this file as well");
  if (auto const status = parse(app, arguments))
    return *status;
  if (wish.cases.empty() == !wish.all) {
    fmt::print(stderr, "whodunit author verify: name cases, or say --all\n"
                       "see whodunit author verify --help\n");
    return bad_usage;
  }
  return verify_them(wish);
}

} // namespace whodunit::cli
