// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The closed vocabulary of a diagnosis: eleven fields with closed lists of values, and a twelfth,
/// `where`, which is a free word. Everything is generated from vocabulary.def, so that a code, its
/// label and the names that people use cannot disagree.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace whodunit {

enum class Field : std::uint8_t {
#define FIELD(id, ...) id,
#include "fate/vocabulary.def"
};
enum class EndingKind : std::uint8_t {
#define ENDING_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
enum class Core : std::uint8_t {
#define CORE_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
enum class Victim : std::uint8_t {
#define VICTIM_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
enum class Agent : std::uint8_t {
#define AGENT_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
enum class Cause : std::uint8_t {
#define CAUSE_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
enum class Culprit : std::uint8_t {
#define CULPRIT_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
enum class Report : std::uint8_t {
#define REPORT_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
enum class Blast : std::uint8_t {
#define BLAST_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
enum class Remedy : std::uint8_t {
#define REMEDY_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};

/// What vocabulary.def says of a field.
struct FieldFacts {
  std::string_view code;     ///< `agent`
  std::string_view question; ///< ``Who pulled the trigger?``
  std::string_view aliases;  ///< separated by `|`
};

/// What vocabulary.def says of a value.
struct TermFacts {
  std::string_view code;       ///< `arith.div-zero`
  std::string_view label;      ///< ``division by zero``
  std::string_view definition; ///< one line
  std::string_view aliases;    ///< separated by `|`
};

/// A family of causes: what stands before the dot.
struct FamilyFacts {
  std::string_view code;  ///< `arith`
  std::string_view label; ///< ``arithmetic: an operation without a result``
};

/// One value of a closed list: the \ref index'th of terms(field).
struct Term {
  Field field;
  std::uint8_t index;
  friend auto operator<=>(Term, Term) = default;
};

std::span<Field const> all_fields();
FieldFacts const& facts(Field field);
std::string_view code(Field field);
/// By code or alias, compared as same_name() does (folding.hpp).
std::optional<Field> parse_field(std::string_view text);

/// The closed list of a field in its order; empty for `status`, `signal` and `where`.
std::span<TermFacts const> terms(Field field);
TermFacts const& facts(Term term);
std::string_view code(Term term);
/// By code, label or alias, compared as same_name() does (folding.hpp).
std::optional<Term> parse_term(Field field, std::string_view text);
/// The families of causes in the order of the list; `none`, which has no members, is one of them.
std::span<FamilyFacts const> cause_families();
/// `arith` of `arith.div-zero`; the whole code where there is no dot.
std::string_view family(Term cause);

template <class Value>
struct FieldOf;
template <>
struct FieldOf<EndingKind> {
  static constexpr Field field = Field::ending;
};
template <>
struct FieldOf<Core> {
  static constexpr Field field = Field::core;
};
template <>
struct FieldOf<Victim> {
  static constexpr Field field = Field::victim;
};
template <>
struct FieldOf<Agent> {
  static constexpr Field field = Field::agent;
};
template <>
struct FieldOf<Cause> {
  static constexpr Field field = Field::cause;
};
template <>
struct FieldOf<Culprit> {
  static constexpr Field field = Field::culprit;
};
template <>
struct FieldOf<Report> {
  static constexpr Field field = Field::report;
};
template <>
struct FieldOf<Blast> {
  static constexpr Field field = Field::blast;
};
template <>
struct FieldOf<Remedy> {
  static constexpr Field field = Field::remedy;
};

/// `term(Agent::cpu)`
template <class Value>
constexpr Term term(Value value) {
  return {FieldOf<Value>::field, static_cast<std::uint8_t>(value)};
}
template <class Value>
std::string_view code(Value value) {
  return code(term(value));
}

} // namespace whodunit
