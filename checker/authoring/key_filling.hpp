// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Fills the observable part of a key from an autopsy, line by line: comments and order stay, and
/// what the autopsy cannot know is left alone.

#include "autopsy/claim.hpp"
#include "fate/answer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// A value of `[truth]` that a run shows.
struct SeenValue {
  Field field;           ///< `status`
  std::string toml;      ///< as TOML writes it: `136`, `"killed"`
  bool inferred = false; ///< follows by a step of reasoning that can fail
};

/// What \p autopsy can tell of a key: ending, status, signal and core, and of victim, agent, cause,
/// report and blast what it claims.
std::vector<SeenValue> observations_for_key(Autopsy const& autopsy);

/// A line of a key, before and after.
struct KeyChange {
  std::string before; ///< without its newline; empty where there was none
  std::string after;  ///< likewise
};

/// A key with new values.
struct FilledKey {
  std::string text;               ///< of the whole file
  std::vector<KeyChange> changes; ///< in the order of the text; empty: it was so already
};

/// \p key with the values of \p observations in its `[truth]`, which inferred ones say of
/// themselves in a comment (`# inferred`). A line that is right already stays as it is, and so does
/// a status that varies. What is missing is added at the end of the table.
FilledKey fill_key(std::string_view key, std::vector<SeenValue> const& observations);

} // namespace whodunit
