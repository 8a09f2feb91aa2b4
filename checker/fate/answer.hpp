// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// One value of one field of a diagnosis, whoever gives it: the learner, the key, or the autopsy.
/// Comparing two Answers is all the matching that grading does.

#include "fate/signal.hpp"
#include "fate/vocabulary.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace whodunit {

/// `$?` as a learner states it.
struct StatusAnswer {
  /// A number; another one in every run; none, because it is still there.
  enum class Kind : std::uint8_t { value, varies, none };
  Kind kind = Kind::value; ///< which of the three was stated
  int value = 0;           ///< 0 to 255; meaningful for Kind::value only
  friend bool operator==(StatusAnswer, StatusAnswer) = default;
};

/// The terminating or stopping signal, or none. A shell status such as 136, given where a signal is
/// asked, is a near miss that deserves a reason rather than an error: it is kept as written and is
/// never right.
struct SignalAnswer {
  std::optional<Signal> signal; ///< none: no signal, or see \ref written_status
  int written_status = 0;       ///< 129 to 192 if 128+n was written; \ref signal is then empty
  friend bool operator==(SignalAnswer, SignalAnswer) = default;
};

/// The answer to `where`: equal without case, quotes, spaces at the ends and a trailing `()`.
struct Word {
  std::string text; ///< as it was written
  friend bool operator==(Word const& a, Word const& b);
};

/// A value of any field; the field decides which alternative it is.
using Answer = std::variant<Term, StatusAnswer, SignalAnswer, Word>;

/// Reads \p text as a value of \p field, any name that people use. nullopt if it is none: see
/// why_not() for what to say.
std::optional<Answer> parse_answer(Field field, std::string_view text);

/// The code, as files and JSON have it: `arith.div-zero`, `136`, `varies`, `SIGFPE`.
std::string to_string(Answer const& answer);

/// For a reader: ``division by zero``, ``136``, ``SIGFPE``.
std::string label(Answer const& answer);

/// Why \p text is no value of \p field, and what would be right: ``"FPE error" is no value of
/// "signal"; did you mean …``. First the problem, then the advice.
struct WhyNot {
  std::string problem; ///< ``"FPE error" is no value of "signal"``
  std::string advice;  ///< ``did you mean …``
};
/// For a \p text of which parse_answer() made nothing.
WhyNot why_not(Field field, std::string_view text);

} // namespace whodunit
