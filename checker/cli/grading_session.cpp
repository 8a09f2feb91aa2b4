// SPDX-License-Identifier: MIT
#include "cli/grading_session.hpp"

#include "staging/mystery_launch.hpp"
#include "record/fate_store.hpp"
#include "record/journal.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <iterator>

namespace whodunit::cli {
namespace {

// Whether a core is written is for the machine to say as well, and matters only if it is asked for.
bool matters(Field field, Case const& asked) {
  return field != Field::core || std::ranges::find(asked.asks, field) != asked.asks.end();
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
  auto key = casebook.open_key(name);
  if (asked && key)
    return OpenedCase{std::move(*asked), std::move(*key)};
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

Result<Truth> GradingSession::truth_of(OpenedCase const& opened) {
  auto fate = fate_of(opened.asked);
  if (!fate)
    return fate.error();
  auto const autopsy = examine(std::move(*fate));
  auto truth = establish_truth(autopsy, opened.key);
  if (auto const agreed = agree(truth, opened, autopsy); !agreed)
    return agreed.error();
  return truth;
}

} // namespace whodunit::cli
