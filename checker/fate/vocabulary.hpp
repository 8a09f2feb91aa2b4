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

/// What can be asked of an end. Each has a question, see FieldFacts.
enum class Field : std::uint8_t {
#define FIELD(id, ...) id,
#include "fate/vocabulary.def"
};
/// How it ended, or in what state it is still there.
enum class EndingKind : std::uint8_t {
#define ENDING_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
/// Whether a core was dumped.
enum class Core : std::uint8_t {
#define CORE_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
/// Who was hit first, as seen from the process that was started.
enum class Victim : std::uint8_t {
#define VICTIM_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
/// Who pulled the trigger, as seen from the victim.
enum class Agent : std::uint8_t {
#define AGENT_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
/// By what mechanism; the families are in cause_families().
enum class Cause : std::uint8_t {
#define CAUSE_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
/// Whose code or setting must change.
enum class Culprit : std::uint8_t {
#define CULPRIT_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
/// Whether the status can be believed, and if not, how it misleads.
enum class Report : std::uint8_t {
#define REPORT_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
/// What else was harmed.
enum class Blast : std::uint8_t {
#define BLAST_VALUE(id, ...) id,
#include "fate/vocabulary.def"
};
/// What to change first.
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
  Field field;        ///< one with a closed list
  std::uint8_t index; ///< from 0, as in vocabulary.def
  friend auto operator<=>(Term, Term) = default;
};

std::span<Field const> all_fields();  ///< in the order of vocabulary.def
FieldFacts const& facts(Field field); ///< its row there
std::string_view code(Field field);   ///< `agent`
/// By code or alias, compared as same_name() does (folding.hpp).
std::optional<Field> parse_field(std::string_view text);

/// The closed list of a field in its order; empty for `status`, `signal` and `where`.
std::span<TermFacts const> terms(Field field);
TermFacts const& facts(Term term); ///< its row in vocabulary.def
std::string_view code(Term term);  ///< `arith.div-zero`
/// By code, label or alias, compared as same_name() does (folding.hpp).
std::optional<Term> parse_term(Field field, std::string_view text);
/// The families of causes in the order of the list; `none`, which has no members, is one of them.
std::span<FamilyFacts const> cause_families();
/// `arith` of `arith.div-zero`; the whole code where there is no dot.
std::string_view family(Term cause);

/// The field whose closed list the enum \p Value is, as its member `field`.
template <class Value>
struct FieldOf;
/// \cond one for each enum above, as the template says
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
/// \endcond

/// `term(Agent::cpu)`
template <class Value>
constexpr Term term(Value value) {
  return {FieldOf<Value>::field, static_cast<std::uint8_t>(value)};
}
/// `cpu` of Agent::cpu
template <class Value>
std::string_view code(Value value) {
  return code(term(value));
}

} // namespace whodunit
