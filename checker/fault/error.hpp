// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What can go wrong on our side. A fault is never a fate: what happens to a mystery is data
/// (`fate/`), what keeps us from observing it is an Error, and the two types have nothing in
/// common.

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <string>
#include <utility>

namespace whodunit {

/// Something that we attempted and could not do.
struct Error {
  Error() = default;
  // Not an aggregate: that could be made of a lone string, and then no string could become a
  // Result<std::string>.
  /// The members in their order: an infinitive, on what, why, and what the user can do.
  Error(std::string what, std::string on_what, boost::system::error_code why, std::string help = {})
      : attempted(std::move(what)),
        object(std::move(on_what)),
        code(why),
        advice(std::move(help)) {}

  std::string attempted;          ///< an infinitive: "write", "create the cgroup"
  std::string object;             ///< on what: a path, a command; may be empty
  boost::system::error_code code; ///< why; may be unset where \ref advice says it all
  std::string advice;             ///< what the user can do about it; may be empty
};

/// An Error from `errno`, which is read first.
Error last_error(std::string attempted, std::string object);

/// ``cannot write "/sys/…/memory.max": Permission denied``, and the advice on a line of its own.
std::string to_string(Error const& error);

/// A value, or the Error that is the reason why there is none.
template <class T>
using Result = boost::system::result<T, Error>;

/// The value, or \p fallback where there is none and nobody needs to know why.
template <class T>
T value_or(Result<T> result, T fallback) {
  return result ? std::move(*result) : std::move(fallback);
}

/// Found by boost::system::result::value() when nobody looked whether there is one; a broken
/// invariant of ours.
[[noreturn]] void throw_exception_from_error(Error const& error,
                                             boost::source_location const& where);

} // namespace whodunit
