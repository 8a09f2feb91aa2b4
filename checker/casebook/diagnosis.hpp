// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The learner's structured answer: a flat file `CASE.toml`, or `--set field=value`. The file is
/// hostile until parsed.

#include "fate/answer.hpp"
#include "fault/complaint.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace whodunit {

/// What a learner states of one case.
struct Diagnosis {
  std::optional<std::string> case_name; ///< as written: `mystery000`, `000` or `0`
  std::map<Field, Answer> answers;      ///< fields left blank are not in it
  std::string notes;                    ///< kept for the instructor, never graded
};

/// Reads a diagnosis file: a regular file of at most 64 KiB of UTF-8 text (a byte-order mark and
/// CRLF are fine). Every complaint has file, line and column; more than one can come back.
Checked<Diagnosis> read_diagnosis(std::filesystem::path const& file);

/// Reads `field=value` pairs as given to `--set`; complaints name "--set".
Checked<Diagnosis> parse_settings(std::span<std::string const> settings);

} // namespace whodunit
