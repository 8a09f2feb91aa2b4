// SPDX-License-Identifier: MIT
// What one fate costs, beside what a user would pick instead. All contenders take turns in every
// round, so that whatever else the machine does meets all of them; what counts are ratios to the
// floor of the same round.
#include "contender.hpp"
#include "series.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <sys/resource.h>
#include <unistd.h>

namespace whodunit::benchmark {
namespace {

constexpr Bytes memory_limit{64U << 20U};

struct Options {
  std::string build;
  int rounds = 200;
};

Launch launch_of(std::string const& program, bool contain) {
  Launch launch;
  launch.arguments = {program};
  launch.executable = program;
  launch.environment = {"PATH=/usr/bin:/bin"};
  launch.contain = contain;
  return launch;
}

void add_peers(std::vector<Contender>& contenders, std::string const& program) {
  auto const add = [&](char const* name, std::vector<std::string> command) {
    if (is_installed(command.front()))
      contenders.push_back({name, {}, [command] { spawn_and_wait(command); }});
    else
      fmt::print(stderr, "{} is not installed: left out\n", command.front());
  };
  contenders.push_back({"Boost.Process v2", {}, [=] { run_with_boost({program}); }});
  add("timeout", {"timeout", "60", program});
  add("bubblewrap",
      {"bwrap", "--unshare-all", "--dev-bind", "/", "/", "--die-with-parent", program});
  add("strace -f", {"strace", "-f", "-o", "/dev/null", program});
  add("nsjail", {"nsjail", "-Mo", "-Q", "--chroot", "/", "--", program});
  add("firejail", {"firejail", "--quiet", "--noprofile", program});
}

std::vector<Contender> plain_contenders(Options const& options, Warden& warden,
                                        std::string const& program) {
  auto const whodunit = options.build + "/bin/whodunit";
  auto const foreign = launch_of(program, false);
  auto const contained = launch_of(program, true);
  std::vector<Contender> all{
      {"posix_spawn + waitid", {}, [=] { spawn_and_wait({program}); }},
      {"a fate in a batch", 1.3, [&warden, foreign] { run_in_warden(warden, foreign); }},
      {"the same, contained", 2.0, [&warden, contained] { run_in_warden(warden, contained); }},
      {"whodunit autopsy", 3.0, [=] {
         spawn_and_wait({whodunit, "autopsy", "--", program});
       }}};
  add_peers(all, program);
  return all;
}

std::vector<Contender> hog_contenders(Options const& options, Warden& warden,
                                      CgroupPlace const& place, std::string const& program) {
  auto const whodunit = options.build + "/bin/whodunit";
  auto contained = launch_of(program, true);
  contained.limits.memory = memory_limit;
  return {
      {"the hog in a bare cgroup", {}, [=] { spawn_in_cgroup(place, memory_limit, {program}); }},
      {"the same, contained", 2.0, [&warden, contained] { run_in_warden(warden, contained); }},
      {"whodunit run", 3.0,
       [=] {
         spawn_and_wait({whodunit, "run", "mystery001"});
       }},
      {"whodunit autopsy", 3.0, [=] {
         spawn_and_wait({whodunit, "autopsy", "--memory", "64MiB", "--", program});
       }}};
}

std::vector<Series> measure(std::vector<Contender> const& contenders, int rounds) {
  std::vector<Series> all;
  std::vector<std::size_t> order(contenders.size());
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    all.push_back({contenders[i].name, {}});
    order[i] = i;
    contenders[i].run(); // the first run reads files that the others find in memory
  }
  std::mt19937 dice(1); // whoever always came after the same neighbour would pay for it
  for (int round = 0; round < rounds; ++round) {
    std::ranges::shuffle(order, dice);
    for (auto const i : order) {
      auto const start = std::chrono::steady_clock::now();
      contenders[i].run();
      all[i].times.push_back(std::chrono::steady_clock::now() - start);
    }
  }
  return all;
}

void print(std::string const& title, std::vector<Contender> const& contenders,
           std::vector<Series> const& all) {
  fmt::print("\n{}\n  {:<26}{:>10}{:>9}{:>16}   {}\n", title, "", "ms", "ratio", "quartiles",
             "target");
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const [low, middle, high] = ratios(all[i], all.front());
    auto const& target = contenders[i].target;
    fmt::print("  {:<26}{:>10.3f}{:>8.2f}x{:>16}   {}\n", all[i].name, milliseconds(all[i]).middle,
               middle, fmt::format("{:.2f}..{:.2f}", low, high),
               target ? fmt::format("{} {:.1f}x", middle <= *target ? "met, " : "MISSED,", *target)
                      : "");
  }
}

// Neither cores nor words of the measured programs.
void be_quiet() {
  rlimit const none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  int const null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  ::dup2(null, STDERR_FILENO);
}

int run(Options const& options) {
  auto warden = Warden::start(options.build + "/lib/whodunit/whodunit-warden");
  if (!warden) {
    fmt::print(stderr, "{}\n", to_string(warden.error()));
    return 1;
  }
  std::ifstream file("/proc/self/cgroup");
  std::string const membership((std::istreambuf_iterator<char>(file)), {});
  auto const place = find_cgroup_place("/sys/fs/cgroup", membership);
  if (!place)
    fmt::print(stderr, "no memory cgroup can be made here: no OOM kill is measured\n");
  auto const programs = options.build + "/benchmarks/programs/";
  for (auto const& [title, name] :
       {std::pair("exit 3", "exit_three"), std::pair("SIGFPE", "divides")}) {
    auto const contenders = plain_contenders(options, *warden, programs + name);
    be_quiet();
    print(title, contenders, measure(contenders, options.rounds));
  }
  if (!place)
    return 0;
  auto const hogs = hog_contenders(options, *warden, *place, programs + "hog");
  print("OOM kill at 64 MiB", hogs, measure(hogs, std::max(options.rounds / 10, 5)));
  return 0;
}

} // namespace
} // namespace whodunit::benchmark

int main(int count, char** arguments) {
  CLI::App app("Measures what one fate costs.");
  whodunit::benchmark::Options options;
  app.add_option("BUILD", options.build, "the build tree")->required();
  app.add_option("ROUNDS", options.rounds, "how often each contender has its turn");
  CLI11_PARSE(app, count, arguments);
  return whodunit::benchmark::run(options);
}
