// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What to say to a wrong answer of which the case itself has nothing to say. A reason speaks of
/// the answer that was given: what would be seen if it were right, and the look that decides. It
/// never names the right one.

#include "fate/answer.hpp"

#include <map>
#include <string>

namespace whodunit {

/// A wrong answer in its surroundings.
struct WrongAnswer {
  std::string const& program;           ///< for commands to type
  Field field;                          ///< for which it was given
  Answer const& given;                  ///< not right, maybe half
  std::map<Field, Answer> const& truth; ///< what is known of it: all, but for a sealed key;
                                        ///< `status` and `signal` are in it if \ref field is one
};

/// What to say, and what it is worth.
struct Reason {
  bool half = false; ///< the answer deserves half the mark
  std::string text;  ///< for the learner; may be empty
};

/// The general rule for the answer's field.
Reason general_reason(WrongAnswer const& wrong);

/// The rules for `ending`, `status`, `signal` and `core`: what can be measured.
Reason measured_reason(WrongAnswer const& wrong);
/// The rule for `cause`: half the mark in the right family.
Reason cause_reason(WrongAnswer const& wrong);
/// The rules for the fields that name who and what: `victim`, `agent`, `culprit`, `report`,
/// `blast`, `remedy`.
Reason role_reason(WrongAnswer const& wrong);

/// Whether the truth of \p field is \p value.
template <class Value>
bool is_truth(WrongAnswer const& wrong, Value value) {
  auto const found = wrong.truth.find(FieldOf<Value>::field);
  return found != wrong.truth.end() && found->second == Answer(term(value));
}

} // namespace whodunit
