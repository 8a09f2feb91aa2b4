// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Durations and sizes as people write them in a manifest or an option: a whole number and its
/// unit, `10s`, `64MiB`. Strict, so that a slip (`64M`, `10`) is a complaint and never a limit that
/// nobody meant.

#include "fate/fate.hpp"

#include <boost/system/result.hpp>
#include <chrono>
#include <string>
#include <string_view>

namespace whodunit {

/// Why a text is no quantity, and what would be right.
struct BadQuantity {
  std::string problem; ///< ``"64M" has the unknown unit "M"``
  std::string advice;  ///< ``write a whole number with B, KiB, MiB or GiB, as in 64MiB``
};

/// A value, or why the text is none.
template <class T>
using Quantity = boost::system::result<T, BadQuantity>;

/// Found by boost::system::result::value() when nobody looked whether there is one; a broken
/// invariant of ours, thrown as std::logic_error.
[[noreturn]] void throw_exception_from_error(BadQuantity const& bad,
                                             boost::source_location const& where);

/// Reads `250ms`, `10s`, `2m`: a whole number above zero and its unit, nothing around them.
Quantity<std::chrono::milliseconds> parse_duration(std::string_view text);

/// Reads `512B`, `4KiB`, `64MiB`, `1GiB`: a whole number above zero and its unit, nothing around
/// them.
Quantity<Bytes> parse_bytes(std::string_view text);

/// Reads `5%`: a whole number from 1 to 100 and its sign, nothing around them.
Quantity<int> parse_percent(std::string_view text);

/// `10s`, `250ms`: in the largest unit that leaves a whole number, so that parsing gives the same
/// value again.
std::string to_string(std::chrono::milliseconds duration);

/// `64MiB`, `1000B`: in the largest unit that leaves a whole number.
std::string to_string(Bytes bytes);

/// For a reader: ``63.9 MiB``, three figures at most.
std::string rounded(Bytes bytes);

/// For a reader: ``1.25 ms``, ``10.0 s``, ``3 min 20 s``.
std::string rounded(std::chrono::nanoseconds duration);

} // namespace whodunit
