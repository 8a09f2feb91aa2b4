// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The reference as JSON: what `signals`, `vocabulary` and `explain` print with `--json`. Each
/// object has a `schema`.

#include "fate/shell.hpp"
#include "fate/vocabulary.hpp"

#include <optional>
#include <string>

namespace whodunit::cli {

/// `whodunit.signals/1`
std::string signals_json();

/// `whodunit.vocabulary/1`, of one field or of all.
std::string vocabulary_json(std::optional<Field> only);

/// What `explain` was asked about: a number can be a status and a signal at once.
struct Subject {
  std::string asked;            ///< as the user gave it
  Shell shell = Shell::bash;    ///< whose `$?` it may be
  std::optional<int> status;    ///< none: it can be no status
  std::optional<Signal> signal; ///< none: it can be no signal
};

/// `whodunit.explain/1`
std::string explain_json(Subject const& subject);

} // namespace whodunit::cli
