// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The division by zero, made by hand: a key, a case that asks for some fields, and answers as
/// people write them.

#include "grading/grade.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whodunit::testing {

inline Answer answer(Field field, std::string_view text) {
  auto parsed = parse_answer(field, text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Answer(Word{"unreadable"}));
}

using Said = std::vector<std::pair<Field, std::string>>;

inline Diagnosis diagnosis(Said const& said) {
  Diagnosis diagnosis;
  for (auto const& [field, text] : said)
    diagnosis.answers.insert_or_assign(field, answer(field, text));
  return diagnosis;
}

inline Key division_key() {
  Key key;
  for (auto const& [field, text] : Said{{Field::ending, "killed"},
                                        {Field::status, "136"},
                                        {Field::signal, "SIGFPE"},
                                        {Field::core, "yes"},
                                        {Field::victim, "self"},
                                        {Field::agent, "cpu"},
                                        {Field::cause, "arith.div-zero"},
                                        {Field::culprit, "own-code"},
                                        {Field::report, "faithful"},
                                        {Field::blast, "process"},
                                        {Field::remedy, "fix-code"}})
    key.truth.insert_or_assign(field, answer(field, text));
  return key;
}

inline Case asking(std::vector<Field> fields) {
  Case asked;
  asked.name = "mystery000";
  asked.asks = std::move(fields);
  return asked;
}

} // namespace whodunit::testing
