// SPDX-License-Identifier: MIT
#include "authoring/key_filling.hpp"
#include "authoring/toolchain.hpp"
#include "casebook/toml_table.hpp"
#include "cli/arguments.hpp"
#include "cli/author.hpp"
#include "report/autopsy_text.hpp"
#include "report/terminal.hpp"
#include "staging/mystery_launch.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace whodunit::cli {
namespace {

namespace fs = std::filesystem;

// The contained run of a program that is built here if need be.
Result<Autopsy> autopsy_of(Casebook const& casebook, Dossier const& dossier) {
  auto warden = Warden::start(casebook.installation().warden);
  if (!warden)
    return warden.error();
  auto builder = Warden::start(casebook.installation().warden);
  if (!builder)
    return builder.error();
  if (auto const met = meets(*dossier.asked, [&] { return warden->means(); }); !met)
    return met.error();
  auto const program =
      Workshop(workshop_cache())
          .make(*builder, dossier, usual_toolchain(dossier.asked->build), Edition::learners);
  if (!program)
    return program.error();
  auto launch = launch_of(casebook, *dossier.asked);
  launch.executable = *program;
  auto fate = warden->run(launch);
  if (!fate)
    return fate.error();
  return examine(std::move(*fate));
}

// The folders of a clone are shown and written to, not the links of its build tree.
CaseSet without_links(CaseSet const& set) {
  std::error_code failed;
  return {fs::weakly_canonical(set.mysteries, failed), fs::weakly_canonical(set.solutions, failed),
          set.binaries};
}

// What the key's author has answered for in writing is not for an inference to change.
std::vector<SeenValue> observations_of(Autopsy const& autopsy, Dossier const& dossier) {
  auto observations = observations_for_key(autopsy);
  if (dossier.key && dossier.key->waived.contains("autopsy"))
    std::erase_if(observations, [](SeenValue const& observation) { return observation.inferred; });
  return observations;
}

// Beside it first, then in its place: a key is never half a key.
Result<void> replace_file(fs::path const& file, std::string const& text) {
  std::error_code failed;
  auto const place = fs::canonical(file, failed);
  auto const draft = place.parent_path() / fmt::format(".key-{}", ::getpid());
  std::ofstream out(draft, std::ios::binary);
  out << text;
  out.close();
  Result<void> done_so;
  if (!out) {
    done_so = last_error("write", file.string());
  } else {
    fs::permissions(draft, fs::status(place, failed).permissions(), failed);
    fs::rename(draft, place, failed);
    if (failed)
      done_so = Error{"write", file.string(), boost::system::error_code(failed)};
  }
  fs::remove(draft, failed);
  return done_so;
}

void show(FilledKey const& filled, std::string const& file) {
  fmt::print("\n{}", printable(file));
  if (filled.changes.empty())
    fmt::print(": says so already\n");
  else
    fmt::print("\n");
  for (auto const& change : filled.changes) {
    if (!change.before.empty())
      fmt::print("- {}\n", printable(change.before));
    fmt::print("+ {}\n", printable(change.after));
  }
}

int fill(Dossier const& dossier, Autopsy const& autopsy, bool dry) {
  auto const filled = fill_key(dossier.key_text, observations_of(autopsy, dossier));
  if (auto const sound = parse_toml(filled.text, dossier.key_file()); !sound)
    return refuse(sound.error());
  show(filled, dossier.key_file());
  if (dry)
    fmt::print("(--dry-run: nothing was written)\n");
  else if (!filled.changes.empty())
    if (auto const kept = replace_file(dossier.key_file(), filled.text); !kept)
      return refuse(kept.error());
  return done;
}

int examine_case(std::string const& written, bool dry) {
  auto const casebook = Casebook::find();
  if (!casebook)
    return refuse(casebook.error());
  auto const name = casebook->resolve(written);
  if (!name)
    return refuse(name.error());
  auto const asked = casebook->open_case(*name);
  if (!asked)
    return refuse(asked.error());
  Findings ignored; // they are for author verify to tell
  auto const dossier = open_dossier(without_links(casebook->set_of(*name)), *name, ignored);
  if (auto const key = parse_toml(dossier.key_text, dossier.key_file()); !key)
    return refuse(key.error());
  if (dossier.key_text.find("[truth]") == std::string::npos)
    return refuse(std::vector{Complaint{
        dossier.key_file(), {}, "has no [truth] to fill", "begin it with a line [truth]"}});
  auto const autopsy = autopsy_of(*casebook, dossier);
  if (!autopsy)
    return refuse(autopsy.error());
  Terminal const terminal(stdout);
  terminal.print(autopsy_text(*autopsy, std::min<std::size_t>(terminal.width(), 80)));
  return fill(dossier, *autopsy, dry);
}

} // namespace

int run_author_autopsy(Arguments arguments) {
  CLI::App app("Builds a case and runs it once, contained; tells its autopsy, and fills what was "
               "seen into [truth] of its\nkey.toml: ending, status, signal, core, and what is "
               "concluded of victim, agent, cause, report and blast\n(# inferred where that could "
               "be wrong). culprit, remedy and where are for you to state.",
               "author autopsy");
  std::string name;
  bool dry = false;
  app.add_option("CASE", name, "mystery000, 000 or 0")->required();
  app.add_flag("--dry-run", dry, "show what would be changed, and change nothing");
  if (auto const status = parse(app, arguments))
    return *status;
  return examine_case(name, dry);
}

} // namespace whodunit::cli
