// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A mystery as the learner meets it: `mysteries/mysteryNNN/case.toml`. Unknown keys are complaints
/// with line, column and the nearest known key.

#include "casebook/build.hpp"
#include "casebook/variant.hpp"
#include "fate/answer.hpp"
#include "fate/fate.hpp"
#include "fault/complaint.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// Limits under which the mystery is run; the defaults are those of a manifest that states none.
struct CaseLimits {
  std::chrono::milliseconds wall{10'000}; ///< elapsed time
  Bytes memory{64ULL << 20U};             ///< of all its processes together
  Bytes output{1ULL << 20U};              ///< kept of each stream; more is read and counted
  int processes = 64;                     ///< alive at a time
  std::optional<Bytes> disk;              ///< size of the scratch directory's file system
  std::optional<int> inodes;              ///< files that it can hold
  std::optional<int> cpu_percent;         ///< share of one processor, by quota
};

/// What containment otherwise refuses to a mystery.
struct Grants {
  bool namespaces = false; ///< it may make namespaces of its own
  bool cgroups = false;    ///< it has a cgroup v2 subtree of its own, named in $WHODUNIT_CGROUP
};

/// What a machine must have for the case to mean anything.
struct Requirements {
  std::vector<std::string> architectures; ///< as uname(2) gives them; empty: any
  bool kernel_oom = false;                ///< the kernel's own OOM killer, and no stand-in for it
};

/// All that a learner may see before answering, and how the mystery is to be run.
struct Case {
  std::string name;                    ///< `mystery000`, the folder's
  std::string title;                   ///< ``The price list``
  int chapter = 0;                     ///< 0 to 99
  std::string set;                     ///< cases with the same symptom have the same; may be empty
  bool control = false;                ///< nothing is wrong in it
  bool curiosity = false;              ///< nobody needs its answer at work: it is in no track
  int difficulty = 1;                  ///< 1 to 5
  int minutes = 5;                     ///< 1 to 600: what a learner is likely to need
  std::vector<std::string> topics;     ///< what it touches: ``exit status``, ``signals``
  std::vector<std::string> objectives; ///< what a learner can do afterwards, a sentence each
  std::string briefing;                ///< the scene; an empty line begins a new paragraph
  std::string
      lead; ///< one line before the questions: ``137 again: the same killer?``; may be empty
  std::string learned;           ///< one line for the map: what whoever solved it knows now
  std::optional<Field> predicts; ///< asked before the run is looked at: ``what will echo $? say?``
  std::vector<Field> asks;       ///< 2 to 6, in the order in which they are asked
  std::vector<Term>
      cause_choices; ///< five to eight siblings and decoys; empty where `cause` is not asked
  std::vector<std::string> hints;    ///< three or more: a direction, a tool, the decisive look
  bool traceable = true;             ///< whether its fate is the same under ptrace
  CaseLimits limits;                 ///< of `[limits]`
  Grants grants;                     ///< of `[grants]`
  Requirements requires_;            ///< of `[requires]`
  Build build;                       ///< of `[build]`
  std::vector<Parameter> parameters; ///< of `[parameters]`
  Variant variant;                   ///< the values that are filled in
};

/// Reads one `case.toml`, the values of its parameters filled in: the first ones, or those of \p
/// choose. Blocks on the file only; refuses files over 1 MiB.
Checked<Case> read_case(std::filesystem::path const& folder, VariantChoice const& choose = {});

} // namespace whodunit
