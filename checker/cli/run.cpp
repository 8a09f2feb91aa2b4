// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/attendance.hpp"
#include "cli/command.hpp"
#include "cli/mystery_launch.hpp"
#include "os/end_like.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

namespace whodunit::cli {
namespace {

// The learner's own terminal, environment and limits; nothing watches that would keep strace and
// gdb from working.
Launch attended(Launch launch, std::vector<std::string> const& arguments) {
  launch.arguments.insert(launch.arguments.end(), arguments.begin(), arguments.end());
  launch.environment.clear();
  for (char** variable = environ; *variable != nullptr; ++variable)
    launch.environment.emplace_back(*variable);
  launch.streams = Streams::inherit;
  launch.watch = Watch::wait_only;
  return launch;
}

// nullptr if no limit of ours ended it; the memory limit is the kernel's business and part of the
// fate.
LimitHit const* ended_by_limit(Fate const& fate) {
  auto const found = std::ranges::find(fate.limits, "wall", &LimitHit::name);
  return found == fate.limits.end() ? nullptr : &*found;
}

int tell(std::string const& name, Fate const& fate) {
  if (auto const* const limit = ended_by_limit(fate)) {
    fmt::print(stderr, "whodunit: {} was {} when its {} were over, and was ended\n", name,
               printable(to_string(fate.ending)), limit->value);
    return limit_hit;
  }
  if (fate.not_executed != 0)
    fmt::print(stderr, "whodunit: {} could not be started: {}\n", name,
               std::strerror(fate.not_executed));
  end_like(fate.ending);
}

int run_case(std::string const& written, std::vector<std::string> const& arguments) {
  auto const installation = find_installation();
  if (!installation)
    return refuse(installation.error());
  Casebook const casebook(*installation);
  auto const name = casebook.resolve(written);
  if (!name)
    return refuse(name.error());
  auto const opened = casebook.open_case(*name);
  if (!opened)
    return refuse(opened.error());
  auto warden = Warden::start(installation->warden);
  if (!warden)
    return refuse(warden.error());
  if (auto const met = meets(*opened, [&] { return warden->means(); }); !met)
    return refuse(met.error());
  auto const fate = attend(*warden, attended(launch_of(casebook, *opened), arguments));
  return fate ? tell(*name, *fate) : refuse(fate.error());
}

} // namespace

int run_run(Arguments arguments) {
  CLI::App app("Runs a mystery, contained, in the foreground of this terminal: what it prints, how "
               "it ends and what your shell\n"
               "says of it are the mystery's own.",
               "run");
  std::string name;
  std::vector<std::string> for_the_mystery;
  app.add_option("CASE", name, "mystery000, 000 or 0")->required();
  app.add_option("ARGS", for_the_mystery, "what the mystery is given, after --");
  if (auto const status = parse(app, arguments))
    return *status;
  return run_case(name, for_the_mystery);
}

} // namespace whodunit::cli
