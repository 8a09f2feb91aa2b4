// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A TOML text as a small tree of values with their places: all that a manifest or a diagnosis
/// needs, so that toml++ is seen by one translation unit only.

#include "fault/complaint.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace whodunit {

struct TomlEntry;
struct TomlValue;

using TomlTable = std::vector<TomlEntry>; ///< in the order of the text
using TomlArray = std::vector<TomlValue>; ///< in the order of the text

/// A date or a time: nothing of ours has one.
struct TomlMoment {};

/// A value, and where the text has it.
struct TomlValue {
  Place place; ///< where it begins
  /// One alternative for each kind that kind_of() can name.
  std::variant<std::string, std::int64_t, double, bool, TomlMoment, TomlArray, TomlTable> content;
};

/// A key with its value.
struct TomlEntry {
  std::string key; ///< without quotes; of a dotted one the part on this level
  Place place;     ///< of the key
  TomlValue value; ///< a table where the key is that of a `[table]`
};

/// Parses \p text; complaints name \p file. A syntax error is one complaint, for toml++ stops
/// there.
Checked<TomlTable> parse_toml(std::string_view text, std::string const& file);

} // namespace whodunit
