// SPDX-License-Identifier: MIT
#include "fate/vocabulary.hpp"

#include "fate/folding.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace whodunit {
namespace {

constexpr std::array field_facts{
#define FIELD(id, code, question, aliases) FieldFacts{code, question, aliases},
#include "fate/vocabulary.def"
};
constexpr std::array field_list{
#define FIELD(id, ...) Field::id,
#include "fate/vocabulary.def"
};

constexpr std::array family_facts{
#define CAUSE_FAMILY(...) FamilyFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};

constexpr std::array ending_terms{
#define ENDING_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};
constexpr std::array core_terms{
#define CORE_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};
constexpr std::array victim_terms{
#define VICTIM_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};
constexpr std::array agent_terms{
#define AGENT_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};
constexpr std::array cause_terms{
#define CAUSE_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};
constexpr std::array culprit_terms{
#define CULPRIT_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};
constexpr std::array report_terms{
#define REPORT_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};
constexpr std::array blast_terms{
#define BLAST_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};
constexpr std::array remedy_terms{
#define REMEDY_VALUE(id, ...) TermFacts{__VA_ARGS__},
#include "fate/vocabulary.def"
};

constexpr std::size_t longest_name = 200; // what is longer is no name, and not worth the time

bool has_alias(std::string_view aliases, std::string_view wanted) {
  while (!aliases.empty()) {
    auto const end = aliases.find('|');
    if (folded(aliases.substr(0, end)) == wanted)
      return true;
    if (end == std::string_view::npos)
      return false;
    aliases.remove_prefix(end + 1);
  }
  return false;
}

} // namespace

std::span<Field const> all_fields() {
  return field_list;
}

FieldFacts const& facts(Field field) {
  return field_facts.at(static_cast<std::size_t>(field));
}

std::string_view code(Field field) {
  return facts(field).code;
}

std::optional<Field> parse_field(std::string_view text) {
  if (text.size() > longest_name)
    return std::nullopt;
  auto const wanted = folded(text);
  for (auto const field : field_list)
    if (folded(code(field)) == wanted || has_alias(facts(field).aliases, wanted))
      return field;
  return std::nullopt;
}

std::span<TermFacts const> terms(Field field) {
  switch (field) {
  case Field::ending:
    return ending_terms;
  case Field::core:
    return core_terms;
  case Field::victim:
    return victim_terms;
  case Field::agent:
    return agent_terms;
  case Field::cause:
    return cause_terms;
  case Field::culprit:
    return culprit_terms;
  case Field::report:
    return report_terms;
  case Field::blast:
    return blast_terms;
  case Field::remedy:
    return remedy_terms;
  case Field::status:
  case Field::signal:
  case Field::where:
    break;
  }
  return {};
}

TermFacts const& facts(Term term) {
  return terms(term.field)[term.index];
}

std::string_view code(Term term) {
  return facts(term).code;
}

std::optional<Term> parse_term(Field field, std::string_view text) {
  if (text.size() > longest_name)
    return std::nullopt;
  auto const wanted = folded(text);
  auto const list = terms(field);
  auto const found = std::ranges::find_if(list, [&](TermFacts const& term) {
    return folded(term.code) == wanted || folded(term.label) == wanted ||
           has_alias(term.aliases, wanted);
  });
  if (found == list.end() || wanted.empty())
    return std::nullopt;
  return Term{field, static_cast<std::uint8_t>(found - list.begin())};
}

std::span<FamilyFacts const> cause_families() {
  return family_facts;
}

std::string_view family(Term cause) {
  return code(cause).substr(0, code(cause).find('.'));
}

} // namespace whodunit
