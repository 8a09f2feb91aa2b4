// SPDX-License-Identifier: MIT
#include "grading/grade.hpp"

#include "fate/shell.hpp"
#include "grading/observed.hpp"

#include <algorithm>

namespace whodunit {
namespace {

EndingKind kind_of(Ending const& ending) {
  if (std::holds_alternative<Exited>(ending))
    return EndingKind::exited;
  if (std::holds_alternative<Killed>(ending))
    return EndingKind::killed;
  switch (std::get<Alive>(ending).state) {
  case LifeState::stopped:
    return EndingKind::stopped;
  case LifeState::traced:
    return EndingKind::traced;
  case LifeState::zombie:
    return EndingKind::zombie;
  case LifeState::running:
    return EndingKind::running;
  case LifeState::sleeping:
    return EndingKind::sleeping;
  case LifeState::uninterruptible:
    break;
  }
  return EndingKind::uninterruptible;
}

// A stopped job has a number in bash as well, but no status of its own yet.
StatusAnswer status_of(Ending const& ending) {
  auto const shown =
      std::holds_alternative<Alive>(ending) ? std::nullopt : shell_status(Shell::bash, ending);
  return shown ? StatusAnswer{StatusAnswer::Kind::value, *shown}
               : StatusAnswer{StatusAnswer::Kind::none};
}

SignalAnswer signal_of(Ending const& ending) {
  if (auto const* const killed = std::get_if<Killed>(&ending))
    return {killed->signal};
  if (auto const* const alive = std::get_if<Alive>(&ending))
    return {alive->stop_signal};
  return {};
}

Core core_of(Ending const& ending) {
  auto const* const killed = std::get_if<Killed>(&ending);
  if (killed == nullptr)
    return Core::not_applicable;
  return killed->core_dumped ? Core::yes : Core::no;
}

bool expected(Key const& key, Field field, Answer const& seen) {
  auto const truth = key.truth.find(field);
  if (truth == key.truth.end() || truth->second == seen)
    return true;
  auto const lenient = key.leniency.find(field);
  return lenient != key.leniency.end() &&
         std::ranges::find(lenient->second.accept, seen) != lenient->second.accept.end();
}

// Only what the autopsy is sure of can speak against the key.
template <class Value>
bool is_sure(Claim<Value> const& claim) {
  return claim.certainty == Certainty::observed || claim.certainty == Certainty::stand_in;
}

template <class Value>
void compare(Claim<Value> const& claim, Key const& key, Truth& truth) {
  constexpr Field field = FieldOf<Value>::field;
  if (is_sure(claim) && claim.value && !expected(key, field, term(*claim.value)))
    truth.machine_differs.push_back(field);
}

template <class Value>
void add_if_sure(Claim<Value> const& claim, std::map<Field, Answer>& seen) {
  if (is_sure(claim) && claim.value)
    seen.insert_or_assign(FieldOf<Value>::field, term(*claim.value));
}

} // namespace

std::map<Field, Answer> observed(Autopsy const& autopsy) {
  auto const& ending = autopsy.fate.ending;
  std::map<Field, Answer> seen{{Field::ending, term(kind_of(ending))},
                               {Field::status, status_of(ending)},
                               {Field::signal, signal_of(ending)},
                               {Field::core, term(core_of(ending))}};
  add_if_sure(autopsy.claims.agent, seen);
  add_if_sure(autopsy.claims.cause, seen);
  return seen;
}

Truth establish_truth(Autopsy const& autopsy, Key const& key) {
  auto const& ending = autopsy.fate.ending;
  Truth truth{key.truth, {}};
  auto const observe = [&](Field field, Answer const& seen) {
    if (!expected(key, field, seen))
      truth.machine_differs.push_back(field);
    truth.values.insert_or_assign(field, seen);
  };
  observe(Field::ending, term(kind_of(ending)));
  auto const status = key.truth.find(Field::status);
  StatusAnswer constexpr varies{StatusAnswer::Kind::varies};
  if (status == key.truth.end() || status->second != Answer(varies)) // one run cannot show it
    observe(Field::status, status_of(ending));
  observe(Field::signal, signal_of(ending));
  observe(Field::core, term(core_of(ending)));
  compare(autopsy.claims.agent, key, truth);
  compare(autopsy.claims.cause, key, truth);
  return truth;
}

} // namespace whodunit
