// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Reads values of diagnosis fields out of TOML: the same words in a learner's file, in a key and
/// in a case's choices.

#include "casebook/table_reader.hpp"
#include "fate/answer.hpp"

#include <map>
#include <optional>
#include <vector>

namespace whodunit {

/// One value: text, a whole number (of `status` and `signal`), true or false (of `core`). nullopt
/// with a complaint if it is no value of \p field; nullopt without one if it is blank: not
/// answered.
std::optional<Answer> read_answer(Field field, TomlValue const& value, Complaints& complaints);

/// One value, or a list of them.
std::vector<Answer> read_answers(Field field, TomlValue const& value, Complaints& complaints);

/// The field called so by code or alias; a complaint with the nearest one if there is none.
std::optional<Field> read_field(std::string_view key, Place place, Complaints& complaints,
                                std::vector<std::string_view> const& others = {});

/// A table `field = value`, such as `[truth]`; keys among \p others are passed over. A field given
/// twice under two names is a complaint.
std::map<Field, Answer> read_answer_table(TomlTable const& table, Complaints& complaints,
                                          std::vector<std::string_view> const& others = {});

} // namespace whodunit
