// SPDX-License-Identifier: MIT
#include "authoring/run_rules.hpp"

#include "report/spread_report.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

namespace whodunit {
namespace {

// The usual condition is proved by all runs, each other one by a sixth of them: 20 and 3, 3 and 1.
int share_of(int runs) {
  return std::max(1, runs / 6);
}

// A value of the key that any status of a run agrees with.
bool varies(Key const& key) {
  auto const status = key.truth.find(Field::status);
  return status != key.truth.end() &&
         status->second == Answer(StatusAnswer{StatusAnswer::Kind::varies});
}

std::string fates_in(Spread const& spread) {
  std::vector<std::string> parts;
  for (auto const& fate : spread.fates())
    parts.push_back(fmt::format("{} x {}", fate.count, to_string(fate.ending)));
  return fmt::format("{}", fmt::join(parts, "; "));
}

class RunRules {
public:
  RunRules(Bench& bench, Workshop const& workshop, Dossier const& dossier, int runs,
           Findings& findings, std::vector<Skipped>& skipped, std::size_t& count)
      : bench_(bench),
        workshop_(workshop),
        dossier_(dossier),
        asked_(*dossier.asked),
        key_(*dossier.key),
        runs_(runs),
        findings_(findings),
        skipped_(skipped),
        count_(count) {}

  void check() {
    auto const usual = usual_toolchain(asked_.build);
    auto const program = make(usual, Edition::learners);
    if (!program)
      return;
    auto const circumstance = asked_.traceable ? Circumstance::traced : Circumstance::untraced;
    auto const trial = run(bench_.warden(), *program, circumstance, runs_, to_string(usual));
    if (!trial)
      return;
    check_usual(*trial, to_string(usual));
    if (asked_.traceable)
      check_other(Rule::untraced, bench_.warden(), *program, Circumstance::untraced, "untraced");
    check_plain_user(*program);
    check_toolchains(usual);
    if (!asked_.control)
      check_healed(*trial);
  }

  void check_as_variant() {
    auto const usual = usual_toolchain(asked_.build);
    auto const program = make(usual, Edition::learners);
    auto const circumstance = asked_.traceable ? Circumstance::traced : Circumstance::untraced;
    std::vector<std::string> values;
    for (auto const& [name, value] : asked_.variant)
      values.push_back(fmt::format("{} = {}", name, value));
    if (program)
      check_other(Rule::variants, bench_.warden(), *program, circumstance,
                  fmt::format("with {}", fmt::join(values, ", ")));
  }

private:
  void complain(Rule rule, std::optional<Place> place, std::string problem,
                std::string advice = {}) {
    findings_.add(rule, {dossier_.key_file(), place, std::move(problem), std::move(advice)});
  }

  std::optional<std::filesystem::path> make(Toolchain const& toolchain, Edition edition) {
    auto made = workshop_.make(bench_.builder(), dossier_, toolchain, edition);
    if (made)
      return std::move(*made);
    findings_.add(Rule::builds, {dossier_.case_file(), place_of(dossier_.case_text, {"build"}),
                                 to_string(made.error())});
    return std::nullopt;
  }

  std::optional<Trial> run(Warden& warden, std::filesystem::path const& program,
                           Circumstance circumstance, int runs, std::string const& condition) {
    auto trial = try_program(warden, dossier_, program, circumstance, runs);
    if (!trial) {
      skipped_.push_back({condition, to_string(trial.error())});
      return std::nullopt;
    }
    count_ += trial->spread.runs();
    if (!trial->skipped.empty()) {
      skipped_.push_back({condition, trial->skipped});
      return std::nullopt;
    }
    return std::move(*trial);
  }

  void differ(Rule rule, Trial const& trial, std::string const& condition) {
    for (auto const& [field, seen] : trial.differs)
      complain(rule, place_of(dossier_.key_text, {"truth", code(field)}),
               fmt::format("the key says {} = {}, and {} it is {}: {}", code(field),
                           to_string(key_.truth.at(field)), condition, seen,
                           fates_in(trial.spread)));
  }

  void check_usual(Trial const& trial, std::string const& condition) {
    bool const steady = trial.spread.fates().size() == 1;
    if (trial.agreeing != trial.spread.runs())
      differ(trial.agreeing == 0 || steady ? Rule::fate : Rule::steady, trial, condition);
    if (varies(key_) && trial.spread.runs() >= 20 && trial.statuses.size() == 1)
      complain(Rule::steady, place_of(dossier_.key_text, {"truth", "status"}),
               fmt::format("its status should vary, and was {} in all {} runs",
                           *trial.statuses.begin(), trial.spread.runs()));
    for (auto const& [field, said] : trial.doubts)
      complain(Rule::autopsy, place_of(dossier_.key_text, {"truth", code(field)}),
               fmt::format("the key says {} = {}, and the autopsy concludes {}", code(field),
                           to_string(key_.truth.at(field)), said),
               "one of them is wrong: find out which");
    check_surroundings(trial);
  }

  void check_surroundings(Trial const& trial) {
    bool const by_resource = to_string(key_.truth.at(Field::cause)).starts_with("res.");
    bool const alive = std::holds_alternative<Alive>(trial.ending);
    // A case that states the size of its disk means to fill it; nobody needs less than the usual.
    bool const fills = asked_.limits.disk || asked_.limits.inodes;
    for (auto const& limit : trial.limits)
      if (!(by_resource || (alive && limit == "wall") ||
            (fills && (limit == "disk" || limit == "inodes"))))
        findings_.add(Rule::within_limits,
                      {dossier_.case_file(), place_of(dossier_.case_text, {"limits"}),
                       fmt::format("it reaches its limit of {}", limit),
                       "raise the limit, or state the cause that it is"});
    for (auto const& left : trial.left)
      findings_.add(Rule::leaves_nothing,
                    {dossier_.case_file(), {}, fmt::format("it leaves {}", left)});
  }

  void check_other(Rule rule, Warden& warden, std::filesystem::path const& program,
                   Circumstance circumstance, std::string const& condition) {
    if (auto const trial = run(warden, program, circumstance, share_of(runs_), condition))
      differ(rule, *trial, condition);
  }

  void check_plain_user(std::filesystem::path const& program) {
    auto const warden = bench_.plain_users_warden();
    if (!warden)
      return skipped_.push_back({"plain user", to_string(warden.error())});
    auto const circumstance = asked_.traceable ? Circumstance::plain_user : Circumstance::untraced;
    check_other(Rule::plain_user, **warden, program, circumstance, "as a plain user");
  }

  void check_toolchains(Toolchain const& usual) {
    for (std::string const compiler : {"g++", "clang++"}) {
      bool const claimed = std::ranges::count(asked_.build.compilers, compiler) != 0;
      if (!claimed && asked_.build.script.empty())
        complain(Rule::compilers, {}, fmt::format("the case does not claim {}", compiler),
                 "claim it in [build], or waive the rule with the reason");
    }
    for (auto const& compiler : asked_.build.compilers)
      for (auto const& level : asked_.build.levels)
        if (Toolchain const other{compiler, level}; other != usual)
          check_toolchain(compiler == usual.compiler ? Rule::levels : Rule::compilers, other);
  }

  void check_toolchain(Rule rule, Toolchain const& toolchain) {
    auto const program = make(toolchain, Edition::learners);
    auto const circumstance = asked_.traceable ? Circumstance::traced : Circumstance::untraced;
    if (program)
      check_other(rule, bench_.warden(), *program, circumstance, "with " + to_string(toolchain));
  }

  void check_healed(Trial const& sick) {
    auto const program = make(usual_toolchain(dossier_.healed), Edition::healed);
    if (!program)
      return;
    // That something does not vary is seen in many runs only.
    int const runs = varies(key_) ? std::min(runs_, 20) : share_of(runs_);
    auto const trial = run(bench_.warden(), *program, Circumstance::untraced, runs, "healed");
    if (!trial)
      return;
    auto const& healed = key_.healed;
    if (healed.prints.empty())
      complain(Rule::healed_job, place_of(dossier_.key_text, {"healed"}),
               "nothing shows that the healed program does its job",
               "state in [healed] what it prints: prints = [\"…\"]");
    auto const missing = std::ranges::find_if(healed.prints, [&](auto const& text) {
      return trial->printed.find(text) == std::string::npos;
    });
    if (missing != healed.prints.end())
      complain(Rule::healed_job, place_of(dossier_.key_text, {"healed"}),
               fmt::format("the healed program does not print \"{}\"", *missing));
    if (trial->ending != Ending(Exited{healed.exits}))
      complain(Rule::healed_job, place_of(dossier_.key_text, {"healed"}),
               fmt::format("the healed program {}, and should exit with {}",
                           to_string(trial->ending), healed.exits));
    bool const tells = std::ranges::any_of(healed.prints, [&](auto const& text) {
      return sick.printed.find(text) == std::string::npos;
    });
    bool const same_status = !varies(key_) || trial->statuses.size() > 1;
    if (trial->agreeing != 0 && same_status && !tells)
      complain(
          Rule::healed_fate, place_of(dossier_.key_text, {"truth"}),
          "the healed program meets the same fate, and prints nothing that the sick one does not",
          "cure it; where both end alike, state in [healed] what only the healed one prints");
  }

  Bench& bench_;
  Workshop const& workshop_;
  Dossier const& dossier_;
  Case const& asked_;
  Key const& key_;
  int runs_;
  Findings& findings_;
  std::vector<Skipped>& skipped_;
  std::size_t& count_;
};

} // namespace

Result<Warden*> Bench::plain_users_warden() {
  if (::geteuid() != 0)
    return Error{"become a plain user", "", {}, "this is one already"};
  if (!plain_)
    plain_.emplace(Warden::start(installation_.warden.parent_path() / "whodunit-warden-as-nobody"));
  if (!*plain_)
    return plain_->error();
  return &**plain_;
}

void check_runs(Bench& bench, Workshop const& workshop, Dossier const& dossier, int runs,
                Findings& findings, std::vector<Skipped>& skipped, std::size_t& count) {
  RunRules(bench, workshop, dossier, runs, findings, skipped, count).check();
  constexpr std::size_t most_variants = 16;
  for (auto const& variant : all_variants(dossier.asked->parameters, most_variants))
    if (variant != dossier.asked->variant)
      if (auto const other = in_variant(dossier, variant, findings))
        RunRules(bench, workshop, *other, runs, findings, skipped, count).check_as_variant();
}

} // namespace whodunit
