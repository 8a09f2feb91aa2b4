// SPDX-License-Identifier: MIT
#include "cli/grading_session.hpp"

#include "cli/classmates.hpp"
#include "cli/opened_solutions.hpp"
#include "grading/observed.hpp"
#include "record/fate_store.hpp"
#include "record/journal.hpp"
#include "seal/opening.hpp"
#include "staging/mystery_launch.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <iterator>

namespace whodunit::cli {
namespace {

bool asks(Case const& asked, Field field) {
  return std::ranges::find(asked.asks, field) != asked.asks.end();
}

// Whether a core is written is for the machine to say as well, and matters only if it is asked for.
bool matters(Field field, Case const& asked) {
  return field != Field::core || asks(asked, field);
}

std::string seen(Field field, Truth const& truth, Autopsy const& autopsy) {
  if (field == Field::agent && autopsy.claims.agent.value)
    return std::string(code(*autopsy.claims.agent.value));
  if (field == Field::cause && autopsy.claims.cause.value)
    return std::string(code(*autopsy.claims.cause.value));
  return to_string(truth.values.at(field));
}

Result<void> agree(Truth const& truth, OpenedCase const& opened, Autopsy const& autopsy) {
  std::string differences;
  for (auto const field : truth.machine_differs)
    if (matters(field, opened.asked))
      differences += fmt::format("  {} is {} here\n", code(field), seen(field, truth, autopsy));
  if (differences.empty())
    return {};
  return Error{"grade",
               opened.asked.name,
               {},
               fmt::format("its fate on this machine is not the one that it was made for; that is "
                           "not your fault:\n{}see whodunit doctor, and try --rerun",
                           differences)};
}

std::optional<FateStore> fate_store() {
  auto const folder = state_folder();
  return folder ? std::optional(FateStore(*folder / "fates")) : std::nullopt;
}

} // namespace

Checked<OpenedCase> open_for_grading(Casebook const& casebook, std::string const& name) {
  auto asked = casebook.open_case(name);
  auto const folder = casebook.set_of(name).solutions / name;
  if (asked && is_sealed(folder)) {
    auto sealed = read_seal(folder);
    if (!sealed)
      return sealed.error();
    return OpenedCase{std::move(*asked), {}, std::move(*sealed)};
  }
  auto key = casebook.open_key(name);
  if (asked && key)
    return OpenedCase{std::move(*asked), std::move(*key), {}};
  std::vector<Complaint> complaints;
  if (!asked)
    complaints = asked.error();
  if (!key)
    std::ranges::copy(key.error(), std::back_inserter(complaints));
  return complaints;
}

void remember(Grade const& grade) {
  auto const folder = state_folder();
  auto const written = folder
                           ? Journal(*folder / "journal.jsonl")
                                 .append({grade.solved ? EventKind::solved : EventKind::attempted,
                                          grade.case_name, grade.score})
                           : Result<void>(folder.error());
  if (!written)
    fmt::print(stderr, "whodunit: this grade is not remembered: {}\n",
               printable(to_string(written.error()), true));
}

Result<void> GradingSession::meet_warden() {
  if (warden_)
    return {};
  auto warden = Warden::start(casebook_.installation().warden);
  if (!warden)
    return warden.error();
  auto means = warden->means();
  if (!means)
    return means.error();
  means_ = std::move(*means);
  warden_ = std::move(*warden);
  return {};
}

Result<Fate> GradingSession::fate_of(Case const& asked) {
  if (auto const admitted = admits(asked); !admitted)
    return admitted.error();
  if (auto const met = meet_warden(); !met)
    return met.error();
  auto const launch = launch_of(casebook_, asked);
  auto const identity = identify_run(launch, casebook_.installation().warden, means_);
  if (!identity)
    return identity.error();
  auto const store = fate_store();
  if (store && !rerun_)
    if (auto kept = store->load(asked.name, *identity))
      return std::move(*kept);
  auto fate = warden_->run(launch);
  if (fate && store)
    (void)store->save(asked.name, *identity,
                      *fate); // without it the next time costs a run, no more
  return fate;
}

Result<void> GradingSession::admits(Case const& asked) {
  return meets(asked, [&]() -> Result<Means> {
    if (auto const met = meet_warden(); !met)
      return met.error();
    return means_;
  });
}

Result<Autopsy> GradingSession::autopsy_of(Case const& asked) {
  auto fate = fate_of(asked);
  if (!fate)
    return fate.error();
  return examine(std::move(*fate));
}

Result<Truth> GradingSession::truth_of(OpenedCase const& opened) {
  // The program of another variant is in its learner's kit and not here: what verification has
  // proved of it stands in its key.
  if (opened.asked.variant != plain_variant(opened.asked.parameters))
    return Truth{opened.key.truth, {}};
  auto const autopsy = autopsy_of(opened.asked);
  if (!autopsy)
    return autopsy.error();
  auto truth = establish_truth(*autopsy, opened.key);
  if (auto const agreed = agree(truth, opened, *autopsy); !agreed)
    return agreed.error();
  return truth;
}

Result<Judged> GradingSession::judge(OpenedCase const& opened, Diagnosis const& diagnosis) {
  if (opened.sealed)
    return judge_sealed(opened, diagnosis);
  auto const truth = truth_of(opened);
  if (!truth)
    return truth.error();
  Judged judged{grade(opened.asked, opened.key, *truth, diagnosis), opened.key};
  if (casebook_.chooses_variants())
    tell_classmates(casebook_, opened.asked, judged.grade);
  return judged;
}

Result<Judged> GradingSession::judge_sealed(OpenedCase const& opened, Diagnosis const& diagnosis) {
  auto const autopsy = autopsy_of(opened.asked);
  if (!autopsy)
    return autopsy.error();
  auto [key, differs] = open_key(*opened.sealed, opened.asked, diagnosis, observed(*autopsy));
  auto truth = establish_truth(*autopsy, key);
  truth.machine_differs = std::move(differs);
  if (!asks(opened.asked, Field::victim) &&
      autopsy->claims.victim.value) // some reasons depend on it
    truth.values.emplace(Field::victim, term(*autopsy->claims.victim.value));
  if (auto const agreed = agree(truth, opened, *autopsy); !agreed)
    return agreed.error();
  Judged judged{grade(opened.asked, key, truth, diagnosis), key};
  if (judged.grade.solved)
    judged.key.evidence = keep_open(*opened.sealed, opened.asked, key.truth);
  return judged;
}

} // namespace whodunit::cli
