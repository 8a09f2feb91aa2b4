// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Runs of one program in one circumstance, held against a key.

#include "authoring/dossier.hpp"
#include "autopsy/spread.hpp"
#include "warden/warden.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace whodunit {

/// In what circumstances a case is run.
enum class Circumstance { traced, untraced, plain_user };

std::string_view to_string(Circumstance circumstance); ///< `traced`, `untraced`, `plain user`

/// What many runs showed.
struct Trial {
  Spread spread;                        ///< of their fates
  std::size_t agreeing = 0;             ///< runs in which nothing differed from the key
  std::map<Field, std::string> differs; ///< a field in which some run did, and what was seen
  std::map<Field, std::string> doubts;  ///< what the autopsy infers otherwise than the key states
  std::set<std::string> statuses;       ///< every shell status that occurred
  std::set<std::string> limits;         ///< every limit of ours that was hit
  std::set<std::string> left;           ///< processes and files that were there afterwards
  std::string printed;                  ///< stdout and stderr of the last run
  Ending ending = Exited{0};            ///< of the last run
  std::string skipped;                  ///< why nothing was run; empty if something was
};

/// Runs \p program \p runs times. An Error is ours or the machine's. What the program needs and the
/// machine lacks makes a skipped trial.
Result<Trial> try_program(Warden& warden, Dossier const& dossier,
                          std::filesystem::path const& program, Circumstance circumstance,
                          int runs);

} // namespace whodunit
