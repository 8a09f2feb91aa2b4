// SPDX-License-Identifier: MIT
#include "authoring/trial.hpp"

#include "fate/shell.hpp"
#include "grading/grade.hpp"
#include "os/proc.hpp"
#include "staging/mystery_launch.hpp"

#include <algorithm>
#include <cerrno>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

// Programs of the case that run now. A contained run's are seen from here under numbers of ours.
std::set<std::string> running_from(fs::path const& folder) {
  std::set<std::string> found;
  for (int const pid : proc::all_numbers("/proc")) {
    std::error_code failed;
    auto const image = fs::read_symlink("/proc/" + std::to_string(pid) + "/exe", failed).string();
    if (!failed && image.starts_with(folder.string() + "/"))
      found.insert("process " + std::to_string(pid) + ", " + image);
  }
  return found;
}

std::set<std::string> files_of(fs::path const& program) {
  std::set<std::string> found;
  std::error_code failed;
  auto const belongings = program.string() + ".d";
  for (fs::recursive_directory_iterator entry(belongings, failed), end; !failed && entry != end;
       entry.increment(failed))
    found.insert(entry->path().string());
  return found;
}

std::string seen(Field field, Truth const& truth, Autopsy const& autopsy) {
  if (field == Field::agent && autopsy.claims.agent.value)
    return std::string(code(*autopsy.claims.agent.value));
  if (field == Field::cause && autopsy.claims.cause.value)
    return std::string(code(*autopsy.claims.cause.value));
  return to_string(truth.values.at(field));
}

template <class Value>
void compare(Claim<Value> const& claim, Key const& key, std::map<Field, std::string>& doubts) {
  constexpr Field field = FieldOf<Value>::field;
  auto const truth = key.truth.find(field);
  if (claim.certainty != Certainty::inferred || !claim.value || truth == key.truth.end())
    return;
  Answer const said = term(*claim.value);
  auto const lenient = key.leniency.find(field);
  bool const allowed =
      lenient != key.leniency.end() && (std::ranges::count(lenient->second.accept, said) != 0 ||
                                        std::ranges::count(lenient->second.half, said) != 0);
  if (truth->second != said && !allowed)
    doubts.emplace(field, code(*claim.value));
}

class Examination {
public:
  Examination(Dossier const& dossier, Trial& trial)
      : asked_(*dossier.asked), key_(*dossier.key), trial_(trial) {}

  void add(Fate fate) {
    auto const autopsy = examine(std::move(fate));
    auto const truth = establish_truth(autopsy, key_);
    bool agrees = true;
    for (auto const field : truth.machine_differs)
      if (field != Field::core || std::ranges::count(asked_.asks, Field::core) != 0) {
        agrees = false;
        trial_.differs.emplace(field, seen(field, truth, autopsy));
      }
    trial_.agreeing += agrees ? 1 : 0;
    auto const status = shell_status(Shell::bash, autopsy.fate.ending);
    trial_.statuses.insert(status ? std::to_string(*status) : "none");
    for (auto const& limit : autopsy.fate.limits)
      if (limit.ours)
        trial_.limits.insert(limit.name);
    trial_.printed = autopsy.fate.out.kept + autopsy.fate.err.kept;
    trial_.ending = autopsy.fate.ending;
    conclude(autopsy.claims);
    trial_.spread.add(autopsy);
  }

private:
  void conclude(Claims const& claims) {
    compare(claims.victim, key_, trial_.doubts);
    compare(claims.agent, key_, trial_.doubts);
    compare(claims.cause, key_, trial_.doubts);
    compare(claims.report, key_, trial_.doubts);
    compare(claims.blast, key_, trial_.doubts);
  }

  Case const& asked_;
  Key const& key_;
  Trial& trial_;
};

Launch launch_for(Dossier const& dossier, fs::path const& program, Circumstance circumstance) {
  auto launch = launch_of(Casebook(Installation{}), *dossier.asked);
  launch.executable = program;
  if (circumstance == Circumstance::untraced)
    launch.watch = Watch::wait_only;
  return launch;
}

} // namespace

std::string_view to_string(Circumstance circumstance) {
  switch (circumstance) {
  case Circumstance::traced:
    return "traced";
  case Circumstance::untraced:
    return "untraced";
  case Circumstance::plain_user:
    break;
  }
  return "plain user";
}

Result<Trial> try_program(Warden& warden, Dossier const& dossier, fs::path const& program,
                          Circumstance circumstance, int runs) {
  Trial trial;
  if (auto const met = meets(*dossier.asked, [&] { return warden.means(); }); !met) {
    trial.skipped = to_string(met.error());
    return trial;
  }
  Examination examination(dossier, trial);
  auto const launch = launch_for(dossier, program, circumstance);
  auto const before = files_of(program);
  for (int run = 0; run < runs; ++run) {
    auto fate = warden.run(launch);
    if (!fate)
      return fate.error();
    if (fate->not_executed == EACCES && circumstance == Circumstance::plain_user) {
      trial.skipped = "a user without privileges cannot reach " + program.string();
      return trial;
    }
    examination.add(std::move(*fate));
  }
  trial.left = running_from(program.parent_path() / (dossier.name + ".d"));
  std::ranges::set_difference(files_of(program), before,
                              std::inserter(trial.left, trial.left.end()));
  return trial;
}

} // namespace whodunit
