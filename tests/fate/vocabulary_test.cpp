// SPDX-License-Identifier: MIT
#include "fate/folding.hpp"
#include "fate/vocabulary.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace whodunit {
namespace {

std::vector<std::string> split(std::string_view aliases) {
  std::vector<std::string> names;
  while (!aliases.empty()) {
    auto const end = std::min(aliases.find('|'), aliases.size());
    names.emplace_back(aliases.substr(0, end));
    aliases.remove_prefix(std::min(end + 1, aliases.size()));
  }
  return names;
}

std::vector<std::string> names_of(TermFacts const& term) {
  auto names = split(term.aliases);
  names.emplace_back(term.code);
  names.emplace_back(term.label);
  return names;
}

TEST(Vocabulary, NoNameOfAFieldMeansTwoThings) {
  for (auto const field : all_fields()) {
    std::map<std::string, std::string_view> owner;
    for (auto const& term : terms(field))
      for (auto const& name : names_of(term)) {
        auto const [found, added] = owner.emplace(folded(name), term.code);
        EXPECT_TRUE(added || found->second == term.code)
            << code(field) << ": \"" << name << "\" means " << found->second << " and "
            << term.code;
      }
  }
}

TEST(Vocabulary, EveryNameIsReadAsItsOwnValue) {
  for (auto const field : all_fields()) {
    std::uint8_t index = 0;
    for (auto const& term : terms(field)) {
      for (auto const& name : names_of(term))
        EXPECT_EQ(parse_term(field, name), (Term{field, index})) << code(field) << ": " << name;
      ++index;
    }
  }
}

TEST(Vocabulary, EveryAliasSaysSomethingThatNoOtherOneSays) {
  for (auto const field : all_fields())
    for (auto const& term : terms(field)) {
      std::set<std::string> seen;
      for (auto const& name : split(term.aliases)) {
        EXPECT_FALSE(folded(name).empty()) << term.code;
        EXPECT_NE(folded(name), folded(term.code)) << term.code;
        EXPECT_TRUE(seen.insert(folded(name)).second) << term.code << ": " << name;
      }
    }
}

TEST(Vocabulary, EveryValueHasALabelInPlainWordsAndADefinition) {
  for (auto const field : all_fields())
    for (auto const& term : terms(field)) {
      EXPECT_GE(term.label.size(), 3U) << term.code;
      EXPECT_LE(term.label.size(), 64U) << term.label;
      EXPECT_FALSE(term.label.ends_with('.')) << term.label;
      EXPECT_TRUE(term.definition.ends_with('.')) << term.code;
      EXPECT_GT(term.definition.size(), 20U) << term.code;
    }
}

TEST(Vocabulary, NoNameOfAFieldIsAnotherFieldsToo) {
  std::set<std::string> seen;
  for (auto const field : all_fields()) {
    auto names = split(facts(field).aliases);
    names.emplace_back(code(field));
    for (auto const& name : names) {
      EXPECT_TRUE(seen.insert(folded(name)).second) << name;
      EXPECT_EQ(parse_field(name), field) << name;
    }
    EXPECT_TRUE(facts(field).question.find('?') != std::string_view::npos);
  }
  EXPECT_EQ(parse_field("sgnal"), std::nullopt);
  EXPECT_EQ(parse_field(""), std::nullopt);
}

TEST(Vocabulary, HasTwelveFieldsAnd73Causes) {
  EXPECT_EQ(all_fields().size(), 12U);
  EXPECT_EQ(terms(Field::cause).size(), 73U);
  for (auto const field : {Field::status, Field::signal, Field::where})
    EXPECT_TRUE(terms(field).empty());
}

TEST(Vocabulary, EveryCauseIsOfAFamilyAndEveryFamilyHasOne) {
  std::set<std::string_view> used;
  for (std::uint8_t index = 0; index < terms(Field::cause).size(); ++index)
    used.insert(family({Field::cause, index}));
  std::set<std::string_view> listed;
  for (auto const& known : cause_families())
    EXPECT_TRUE(listed.insert(known.code).second);
  EXPECT_EQ(used, listed);
  EXPECT_EQ(family(term(Cause::arith_div_zero)), "arith");
  EXPECT_EQ(family(term(Cause::none)), "none");
}

TEST(Vocabulary, EnumeratorsStandForTheirCodes) {
  EXPECT_EQ(code(Cause::res_memory), "res.memory");
  EXPECT_EQ(code(Core::not_applicable), "n/a");
  EXPECT_EQ(code(Culprit::operator_), "operator");
  EXPECT_EQ(code(Blast::namespace_), "namespace");
  EXPECT_EQ(code(EndingKind::killed), "killed");
  EXPECT_EQ(code(Remedy::install_or_rebuild), "install-or-rebuild");
}

struct Said {
  Field field;
  char const* text;
  char const* code;
};

TEST(Vocabulary, UnderstandsWhatLearnersType) {
  for (auto const& said : {
           Said{Field::cause, "oom", "res.memory"},
           Said{Field::cause, "OOM killer", "res.memory"},
           Said{Field::cause, "out of memory", "res.memory"},
           Said{Field::cause, "Division by zero", "arith.div-zero"},
           Said{Field::cause, "divide by zero", "arith.div-zero"},
           Said{Field::cause, "CWE-369", "arith.div-zero"},
           Said{Field::cause, "cwe369", "arith.div-zero"},
           Said{Field::cause, "476", "mem.null"},
           Said{Field::cause, "a null pointer", "mem.null"},
           Said{Field::cause, "double free", "mem.bad-free"},
           Said{Field::cause, "CWE-415", "mem.bad-free"},
           Said{Field::cause, "416", "mem.silent"},
           Said{Field::cause, "CWE-674", "mem.stack-overflow"},
           Said{Field::cause, "infinite recursion", "mem.stack-overflow"},
           Said{Field::cause, "deadlock", "hang.deadlock"},
           Said{Field::cause, "assertion failed", "check.assert"},
           Said{Field::cause, "command not found", "exec.missing"},
           Said{Field::agent, "the kernel", "kernel"},
           Said{Field::agent, "OOM killer", "kernel"},
           Said{Field::agent, "itself", "self"},
           Said{Field::agent, "the process itself", "self"},
           Said{Field::agent, "The CPU", "cpu"},
           Said{Field::agent, "nobody", "none"},
           Said{Field::ending, "killed by a signal", "killed"},
           Said{Field::ending, "exited normally", "exited"},
           Said{Field::core, "Y", "yes"},
           Said{Field::core, "n/a", "n/a"},
           Said{Field::culprit, "my code", "own-code"},
           Said{Field::report, "yes", "faithful"},
           Said{Field::blast, "only itself", "process"},
           Said{Field::remedy, "fix the bug", "fix-code"},
           Said{Field::remedy, "use less memory", "reduce-usage"},
       }) {
    auto const found = parse_term(said.field, said.text);
    ASSERT_TRUE(found) << said.text;
    EXPECT_EQ(code(*found), said.code) << said.text;
  }
}

TEST(Vocabulary, ASignalIsNoCause) {
  for (auto const* text : {"segfault", "SIGSEGV", "segmentation fault", "floating point exception",
                           "SIGFPE", "aborted"})
    EXPECT_EQ(parse_term(Field::cause, text), std::nullopt) << text;
}

TEST(Vocabulary, WhatIsTooLongIsNoName) {
  EXPECT_EQ(parse_term(Field::cause, std::string(100'000'000, ' ') + "oom"), std::nullopt);
  EXPECT_EQ(parse_field(std::string(1'000'000, 'x')), std::nullopt);
}

} // namespace
} // namespace whodunit
