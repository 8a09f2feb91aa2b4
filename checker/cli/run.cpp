// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/attendance.hpp"
#include "cli/command.hpp"
#include "cli/core_file.hpp"
#include "cli/hold.hpp"
#include "cli/run_log.hpp"
#include "fate/quantity.hpp"
#include "os/end_like.hpp"
#include "staging/mystery_launch.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <functional>
#include <optional>
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

/// What a learner asks of one run.
struct RunWishes {
  std::string name;
  std::vector<std::string> arguments;
  std::string hold; ///< as it was written; empty: not asked for
  std::string core;
  bool log = false;
};

/// All that one run of a case needs.
struct Scene {
  RunWishes const& wishes;
  std::string name;
  Launch launch;
  std::optional<CoreFile> core = {};
  std::optional<RunLog> log = {};
  std::optional<int> first_pid = {};
};

// Names of the case and its helpers, as the kernel cuts them.
std::vector<std::string> names_of(std::filesystem::path const& program) {
  constexpr std::size_t kept = 15;
  std::vector<std::string> names{program.filename().string().substr(0, kept)};
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(program.native() + ".d", failed), end;
       !failed && entry != end; entry.increment(failed))
    names.push_back(entry->path().filename().string().substr(0, kept));
  return names;
}

void tell_wishes(Scene& scene, Fate const& fate) {
  if (!scene.wishes.hold.empty() && !std::holds_alternative<Alive>(fate.ending))
    fmt::print(stderr, "whodunit: {} ended by itself: there is nothing to hold\n", scene.name);
  if (scene.core)
    scene.core->tell(scene.name, fate);
  if (scene.log)
    scene.log->tell({names_of(scene.launch.executable), scene.first_pid});
}

int tell(Scene& scene, Fate const& fate) {
  tell_wishes(scene, fate);
  if (auto const* const limit = ended_by_limit(fate)) {
    fmt::print(stderr, "whodunit: {} was {} when its {} were over, and was ended\n", scene.name,
               printable(to_string(fate.ending)), limit->value);
    return limit_hit;
  }
  if (fate.not_executed != 0)
    fmt::print(stderr, "whodunit: {} could not be started: {}\n", scene.name,
               std::strerror(fate.not_executed));
  end_like(fate.ending);
}

Result<Fate> play(Warden& warden, Scene& scene) {
  std::function<void(int)> const started = [&](int pid) { scene.first_pid = pid; };
  return scene.wishes.hold.empty() ? attend(warden, scene.launch, started)
                                   : hold(warden, scene.launch, scene.name, started);
}

int run_in(Scene& scene, Warden& warden) {
  if (!scene.wishes.core.empty()) {
    auto made = CoreFile::make(scene.wishes.core, scene.launch.executable);
    if (!made)
      return refuse(made.error());
    scene.core = std::move(*made);
    scene.launch.core_file = scene.core->path();
  }
  if (scene.wishes.log)
    scene.log.emplace();
  auto const fate = play(warden, scene);
  if (fate)
    return tell(scene, *fate);
  if (scene.core)
    scene.core->drop_if_empty();
  return refuse(fate.error());
}

int run_case(RunWishes const& wishes, std::optional<std::chrono::milliseconds> held) {
  auto const casebook = Casebook::find();
  if (!casebook)
    return refuse(casebook.error());
  auto const name = casebook->resolve(wishes.name);
  if (!name)
    return refuse(name.error());
  auto const opened = casebook->open_case(*name);
  if (!opened)
    return refuse(opened.error());
  if (held)
    let_go_of_terminal_input();
  auto warden = Warden::start(casebook->installation().warden);
  if (!warden)
    return refuse(warden.error());
  if (auto const met = meets(*opened, [&] { return warden->means(); }); !met)
    return refuse(met.error());
  Scene scene{wishes, *name, attended(launch_of(*casebook, *opened), wishes.arguments)};
  if (held)
    scene.launch.limits.wall = *held;
  return run_in(scene, *warden);
}

int run_with(RunWishes const& wishes) {
  if (wishes.hold.empty())
    return run_case(wishes, std::nullopt);
  auto const held = parse_duration(wishes.hold);
  if (held)
    return run_case(wishes, *held);
  fmt::print(stderr, "whodunit: --hold: {}; {}\n", printable(held.error().problem),
             held.error().advice);
  return bad_usage;
}

} // namespace

int run_run(Arguments arguments) {
  CLI::App app("Runs a mystery, contained, in the foreground of this terminal: what it prints, how "
               "it ends and what your shell\n"
               "says of it are the mystery's own.",
               "run");
  RunWishes wishes;
  app.add_option("CASE", wishes.name, "mystery000, 000 or 0")->required();
  app.add_option("ARGS", wishes.arguments, "what the mystery is given, after --");
  app.add_flag("--hold{10m}", wishes.hold,
               "keep a case that does not end for 10 minutes (--hold=1h: so long), and say which "
               "process it is, for a look from a second terminal; ^C ends it and all that it "
               "started")
      ->type_name("[=TIME]");
  app.add_option("--core", wishes.core,
                 "hand over its core, if it leaves one, in this new file for gdb")
      ->type_name("FILE");
  app.add_flag("--log", wishes.log,
               "afterwards, show on stderr which lines of the kernel's log are about this run");
  if (auto const status = parse(app, arguments))
    return *status;
  return run_with(wishes);
}

} // namespace whodunit::cli
