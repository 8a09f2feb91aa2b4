// SPDX-License-Identifier: MIT
#include "authoring/set_rules.hpp"

#include "authoring/wording.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace whodunit {
namespace {

using Answers = std::map<Field, Answer>;

// Two explanations of different cases that share a third of their phrases were copied.
constexpr double too_alike = 0.33;
constexpr std::size_t cases_to_a_lucky_guess = 30;

Answers asked_truth(Dossier const& dossier) {
  Answers answers;
  for (auto const field : dossier.asked->asks)
    if (auto const truth = dossier.key->truth.find(field); truth != dossier.key->truth.end())
      answers.insert(*truth);
  return answers;
}

std::vector<Dossier const*> readable(Shelf const& shelf) {
  std::vector<Dossier const*> cases;
  for (auto const& dossier : shelf.dossiers)
    if (dossier.asked && dossier.key)
      cases.push_back(&dossier);
  return cases;
}

void check_titles(Shelf& shelf, std::vector<Dossier const*> const& cases) {
  std::map<std::string, std::string> first;
  for (auto const* const dossier : cases)
    if (auto const [other, fresh] = first.emplace(dossier->asked->title, dossier->name); !fresh)
      shelf.findings[dossier->name].add(
          Rule::unique, {dossier->case_file(), place_of(dossier->case_text, {"title"}),
                         fmt::format("{} has the same title", other->second)});
}

void check_explanations(Shelf& shelf, std::vector<Dossier const*> const& cases) {
  std::vector<std::vector<std::size_t>> sequences;
  for (auto const* const dossier : cases)
    sequences.push_back(sequences_of(dossier->explanation));
  for (std::size_t one = 0; one < cases.size(); ++one)
    for (std::size_t other = 0; other < one; ++other)
      if (resemblance(sequences[one], sequences[other]) > too_alike)
        shelf.findings[cases[one]->name].add(
            Rule::unique, {cases[one]->explanation_file(),
                           {},
                           fmt::format("it reads like that of {}", cases[other]->name)});
}

// What somebody answers to `asked` who takes it for the case that `other` is.
Answers mistaken(Dossier const& asked, Dossier const& other) {
  Answers answers;
  for (auto const field : asked.asked->asks)
    if (auto const truth = other.key->truth.find(field); truth != other.key->truth.end())
      answers.insert(*truth);
  return answers;
}

std::set<std::string> messages_for(Dossier const& dossier, Answers const& given) {
  std::set<std::string> messages;
  for (auto const& one : dossier.key->misconceptions)
    if (std::ranges::all_of(one.when, [&](auto const& condition) {
          auto const found = given.find(condition.first);
          return found != given.end() && found->second == condition.second;
        }))
      messages.insert(one.message);
  return messages;
}

class Contrast {
public:
  Contrast(Shelf& shelf, std::vector<Dossier const*> members)
      : shelf_(shelf), members_(std::move(members)) {}

  void check() {
    for (auto const* const one : members_)
      for (auto const* const other : members_)
        if (one != other)
          check_pair(*one, *other);
    auto const guesswork = guess(members_);
    if (members_.size() > 2 && guesswork.solved.size() > 1)
      for (auto const& name : guesswork.solved)
        complain(*find(name), Rule::guessing,
                 "within its set the commonest answer to each field solves it, and others",
                 "ask for what sets it apart");
  }

private:
  Dossier const* find(std::string const& name) const {
    return *std::ranges::find(members_, name, [](auto const* one) { return one->name; });
  }

  void complain(Dossier const& dossier, Rule rule, std::string problem, std::string advice) {
    shelf_.findings[dossier.name].add(rule,
                                      {dossier.key_file(), place_of(dossier.key_text, {"truth"}),
                                       std::move(problem), std::move(advice)});
  }

  void check_pair(Dossier const& one, Dossier const& other) {
    auto const own = one.key->truth.find(Field::status);
    auto const theirs = other.key->truth.find(Field::status);
    if (own != one.key->truth.end() && theirs != other.key->truth.end() &&
        own->second != theirs->second && one.name < other.name)
      complain(one, Rule::contrast,
               fmt::format("its status sets it apart from {} of the same set", other.name),
               "a set shares its symptom; a control is marked control = true");
    auto const taken = mistaken(one, other);
    if (taken == asked_truth(one))
      return complain(one, Rule::contrast,
                      fmt::format("nothing that it asks tells it from {}", other.name),
                      "ask for the field in which they differ");
    if (messages_for(one, taken).empty())
      complain(one, Rule::contrast,
               fmt::format("the answer of {} is no misconception of it", other.name),
               "write a [[misconception]] for who takes the one for the other");
  }

  Shelf& shelf_;
  std::vector<Dossier const*> members_;
};

void check_contrast(Shelf& shelf, std::vector<Dossier const*> const& cases) {
  // What somebody else's set calls by the same name is out of its author's sight.
  std::map<std::pair<std::filesystem::path, std::string>, std::vector<Dossier const*>> sets;
  for (auto const* const dossier : cases)
    if (!dossier->asked->set.empty() && !dossier->asked->control)
      sets[{dossier->mystery.parent_path(), dossier->asked->set}].push_back(dossier);
  for (auto const& [name, members] : sets)
    Contrast(shelf, members).check();
}

void check_guessing(Shelf& shelf, std::vector<Dossier const*> const& cases) {
  auto const guesswork = guess(cases);
  auto const allowed = cases.size() / cases_to_a_lucky_guess;
  if (allowed == 0 || guesswork.solved.size() <= allowed)
    return; // among a few cases there is always a lucky guess
  for (auto const& name : guesswork.solved) {
    auto const dossier = std::ranges::find(cases, name, [](auto const* one) { return one->name; });
    shelf.findings[name].add(
        Rule::guessing,
        {(*dossier)->case_file(), place_of((*dossier)->case_text, {"asks"}),
         fmt::format("the commonest answer to each field solves it, as it does {} of "
                     "{} cases",
                     guesswork.solved.size(), cases.size()),
         "ask for what sets it apart"});
  }
}

} // namespace

Guesswork guess(std::vector<Dossier const*> const& cases) {
  std::map<Field, std::map<std::string, std::size_t>> counts;
  for (auto const* const dossier : cases)
    for (auto const& [field, answer] : asked_truth(*dossier))
      ++counts[field][to_string(answer)];
  Guesswork guesswork;
  guesswork.cases = cases.size();
  for (auto const& [field, answers] : counts) {
    auto const& [answer, count] =
        *std::ranges::max_element(answers, {}, [](auto const& one) { return one.second; });
    if (count > 1) // what each case has for itself is no guess
      guesswork.commonest.emplace(field, answer);
  }
  for (auto const* const dossier : cases) {
    auto const truth = asked_truth(*dossier);
    if (std::ranges::all_of(truth, [&](auto const& one) {
          auto const guessed = guesswork.commonest.find(one.first);
          return guessed != guesswork.commonest.end() && to_string(one.second) == guessed->second;
        }))
      guesswork.solved.push_back(dossier->name);
  }
  return guesswork;
}

void check_set(Shelf& shelf) {
  auto const cases = readable(shelf);
  check_titles(shelf, cases);
  check_explanations(shelf, cases);
  check_contrast(shelf, cases);
  check_guessing(shelf, cases);
}

void check_course(Shelf& shelf, std::filesystem::path const& mysteries, Curriculum const& course) {
  if (course.chapters.empty())
    return;
  for (auto const* const dossier : readable(shelf)) {
    if (dossier->mystery.parent_path() != mysteries)
      continue;
    auto const& asked = *dossier->asked;
    auto const complain = [&](std::string problem, std::string advice) {
      shelf.findings[dossier->name].add(Rule::course, {dossier->case_file(),
                                                       place_of(dossier->case_text, {"chapter"}),
                                                       std::move(problem), std::move(advice)});
    };
    if (course.chapter(asked.chapter) == nullptr)
      complain(fmt::format("there is no chapter {}", asked.chapter),
               "the chapters are in course.toml");
    for (auto const& track : course.tracks)
      if (asked.curiosity && std::ranges::count(track.cases, dossier->name) != 0)
        complain(fmt::format("it is a curiosity, and in the track \"{}\"", track.name),
                 "a track leads through what people need at work");
  }
}

} // namespace whodunit
