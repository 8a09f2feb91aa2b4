// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What is wrong with something that a person gave us: a file, a manifest, an option. Always says
/// where, what, and what would be right. Text that came from outside is made printable here and
/// nowhere else.

#include "fault/error.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// A place in a text; both count from 1, columns in bytes.
struct Place {
  std::uint32_t line = 1;   ///< from 1
  std::uint32_t column = 1; ///< from 1, in bytes
};

/// One thing that is wrong in what a person gave us.
struct Complaint {
  std::string file;           ///< path as the user gave it; "--set" for an option
  std::optional<Place> place; ///< none where the whole file is meant
  std::string problem;        ///< ``unknown field "signl"``
  std::string advice = {};    ///< ``did you mean "signal"?``; may be empty
};

/// ``answers/000.toml:3:1: unknown field "signl"; did you mean "signal"?``, with every control
/// character made visible.
std::string to_string(Complaint const& complaint);

/// A value, or everything that is wrong with its text (never an empty list).
template <class T>
using Checked = boost::system::result<T, std::vector<Complaint>>;

/// Found by boost::system::result::value() when nobody looked whether there is one; a broken
/// invariant of ours, thrown as std::logic_error.
[[noreturn]] void throw_exception_from_error(std::vector<Complaint> const& complaints,
                                             boost::source_location const& where);

/// \p text with control characters, escape sequences, bidirectional overrides and invalid UTF-8
/// shown as `\x1b`, so that it can be printed on any terminal; newlines and tabs are kept only with
/// \p keep_lines.
std::string printable(std::string_view text, bool keep_lines = false);

/// The candidate nearest to \p word by edit distance, if it is near enough to be a slip of the
/// hand; two neighbouring letters that changed places are one slip. The first of several that are
/// equally near.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<std::string_view const> candidates);

} // namespace whodunit
