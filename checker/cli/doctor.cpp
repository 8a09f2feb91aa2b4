// SPDX-License-Identifier: MIT
#include "casebook/casebook.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "report/doctor_report.hpp"
#include "report/terminal.hpp"
#include "warden/warden.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace whodunit::cli {
namespace {

bool on_path(std::string const& tool) {
  char const* const path = std::getenv("PATH");
  std::string_view folders = path != nullptr ? path : "/usr/bin:/bin";
  while (!folders.empty()) {
    auto const end = std::min(folders.find(':'), folders.size());
    if (::access((std::string(folders.substr(0, end)) + "/" + tool).c_str(), X_OK) == 0)
      return true;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return false;
}

Machine look_at_machine(Means means) {
  utsname names{};
  ::uname(&names);
  Machine machine{std::move(means), names.release, names.machine, {}};
  for (char const* const tool : {"strace", "gdb"})
    machine.tools.push_back({tool, on_path(tool)});
  return machine;
}

} // namespace

int run_doctor(Arguments arguments) {
  CLI::App app(
      "Says what this machine allows, what each missing permission costs, and how to get it.",
      "doctor");
  bool json = false;
  app.add_flag("--json", json, "print one JSON object (whodunit.doctor/1)");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const installation = find_installation();
  if (!installation)
    return refuse(installation.error());
  auto warden = Warden::start(installation->warden);
  if (!warden)
    return refuse(warden.error());
  auto means = warden->means();
  if (!means)
    return refuse(means.error());
  auto const machine = look_at_machine(std::move(*means));
  Terminal const terminal(stdout);
  if (json)
    fmt::print("{}", doctor_json(machine));
  else
    terminal.print(doctor_text(machine, std::min<std::size_t>(terminal.width(), 80)));
  return done;
}

} // namespace whodunit::cli
