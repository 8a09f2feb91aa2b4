// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What libraries, the dynamic loader and the C library's error texts leave on stderr before a
/// program ends. Words are testimony: a program can write them itself, so a claim that stands on
/// them is inferred.

#include "fate/fate.hpp"
#include "fate/vocabulary.hpp"

#include <optional>
#include <string>

namespace whodunit {

/// What a message on stderr says of the end that came after it.
struct LastWords {
  Cause cause;      ///< of that end, if the message is true
  Agent agent;      ///< who then did it
  std::string line; ///< the line that tells, safe to print
};

/// Of a program that ended by SIGABRT: glibc's and libstdc++'s own messages.
std::optional<LastWords> words_before_abort(Fate const& fate);

/// The last line that was written to stderr, safe to print; empty if there is none.
std::string last_line(Fate const& fate);

/// Of a program that exited with \p status: the loader's messages, a shell's, an interpreter's, the
/// texts of strerror(3) for a resource that is used up.
std::optional<LastWords> words_before_exit(Fate const& fate, int status);

} // namespace whodunit
