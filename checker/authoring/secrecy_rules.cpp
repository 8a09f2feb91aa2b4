// SPDX-License-Identifier: MIT
#include "authoring/text_rules.hpp"
#include "authoring/wording.hpp"
#include "casebook/text_file.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace whodunit {
namespace {

// Words by which a source tells what will happen. Only those that hardly ever stand for something
// else in an honest program.
constexpr std::array<std::string_view, 26> telling{
    "crash",    "crashes",   "crasher", "segfault", "segv",      "boom",  "kaboom",
    "leak",     "leaky",     "leaks",   "deadlock", "deadlocks", "uaf",   "dangling",
    "overflow", "overflows", "smash",   "corrupt",  "corrupts",  "buggy", "fixme",
    "mystery",  "suicide",   "oom",     "culprit",  "misbehave"};

constexpr Bytes largest{1ULL << 20U};

void gives_away(Findings& findings, std::string const& file, std::string const& whole,
                std::string_view what, std::string const& text, std::string const& word) {
  findings.add(Rule::gives_away, {file, place_in(whole, text.substr(0, text.find('\n'))),
                                  fmt::format("{} says \"{}\", which is asked", what, word)});
}

// The words that are an answer: its code and its label. A lone digit is no word that tells
// anything.
std::vector<std::string> words_for(Answer const& answer) {
  std::vector<std::string> words;
  for (auto& word : {to_string(answer), label(answer)})
    if (word.size() > 1 && word != "none" && word != "no" && word != "n/a" && word != "self" &&
        word != "yes")
      words.push_back(word);
  return words;
}

void check_text(Dossier const& dossier, std::string_view what, std::string const& text,
                Findings& findings) {
  for (auto const field : dossier.asked->asks)
    if (auto const truth = dossier.key->truth.find(field); truth != dossier.key->truth.end())
      for (auto const& word : words_for(truth->second))
        if (says(text, word))
          return gives_away(findings, dossier.case_file(), dossier.case_text, what, text, word);
}

void check_message(Dossier const& dossier, Misconception const& misconception, Findings& findings) {
  for (auto const& [field, answer] : misconception.when) {
    auto const truth = dossier.key->truth.find(field);
    if (truth == dossier.key->truth.end() || truth->second == answer)
      continue;
    for (auto const& word : words_for(truth->second))
      if (says(misconception.message, word))
        return gives_away(findings, dossier.key_file(), dossier.key_text,
                          "the reason for a wrong answer", misconception.message, word);
  }
}

void check_source(Dossier const& dossier, std::string const& file, Findings& findings) {
  auto const text = read_text_file(dossier.mystery / file, largest, "a source");
  if (!text)
    return;
  for (auto const& word : words_of(*text))
    if (std::ranges::find(telling, word) != telling.end()) {
      auto const lines = lines_of(*text);
      auto const line = std::ranges::find_if(lines, [&](auto const& one) {
        auto const words = words_of(one.text);
        return std::ranges::find(words, word) != words.end();
      });
      findings.add(Rule::symbols, {(dossier.mystery / file).string(),
                                   Place{static_cast<std::uint32_t>(line->number), 1},
                                   fmt::format("\"{}\" tells what is wrong", word),
                                   "names, strings and comments speak of the program's job"});
    }
  for (auto const& misconception : dossier.key->misconceptions)
    if (text->find(misconception.message) != std::string::npos)
      findings.add(
          Rule::kit,
          {(dossier.mystery / file).string(), {}, "it holds the message of a misconception"});
  for (auto const& evidence : dossier.key->evidence)
    if (text->find(evidence) != std::string::npos)
      findings.add(Rule::kit,
                   {(dossier.mystery / file).string(), {}, "it holds the decisive evidence"});
}

void check_case_text(Dossier const& dossier, Findings& findings) {
  for (auto const& evidence : dossier.key->evidence)
    if (dossier.case_text.find(evidence) != std::string::npos)
      findings.add(Rule::kit, {dossier.case_file(), place_in(dossier.case_text, evidence),
                               "it holds the decisive evidence"});
  for (auto const& file : {"key.toml", "explanation.md"})
    if (std::ranges::binary_search(dossier.learners, std::string(file)))
      findings.add(Rule::kit, {(dossier.mystery / file).string(),
                               {},
                               "this lies in the learner's folder",
                               "it belongs to solutions/"});
}

} // namespace

void check_secrecy(Dossier const& dossier, Findings& findings) {
  auto const& asked = *dossier.asked;
  check_text(dossier, "the title", asked.title, findings);
  check_text(dossier, "the briefing", asked.briefing, findings);
  check_text(dossier, "the lead", asked.lead, findings);
  for (std::size_t hint = 0; hint + 1 < asked.hints.size(); ++hint)
    check_text(dossier, fmt::format("hint {}", hint + 1), asked.hints[hint], findings);
  for (auto const& misconception : dossier.key->misconceptions)
    check_message(dossier, misconception, findings);
  for (auto const& file : dossier.sources())
    check_source(dossier, file, findings);
  check_case_text(dossier, findings);
}

} // namespace whodunit
