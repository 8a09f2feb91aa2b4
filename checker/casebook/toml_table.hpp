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
using TomlArray = std::vector<TomlValue>;

/// A date or a time: nothing of ours has one.
struct TomlMoment {};

struct TomlValue {
  Place place;
  std::variant<std::string, std::int64_t, double, bool, TomlMoment, TomlArray, TomlTable> content;
};

struct TomlEntry {
  std::string key;
  Place place; ///< of the key
  TomlValue value;
};

/// Parses \p text; complaints name \p file. A syntax error is one complaint, for toml++ stops
/// there.
Checked<TomlTable> parse_toml(std::string_view text, std::string const& file);

} // namespace whodunit
