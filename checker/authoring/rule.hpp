// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What must hold of every case before a learner meets it: a closed list of rules, each with a
/// name. What breaks a rule is a finding; a case can waive a rule with a written reason.

#include "fault/complaint.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// The rules, in the order in which `author rules` lists them.
enum class Rule : unsigned char {
#define RULE(id, ...) id,
#include "authoring/rules.def"
};

/// What rules.def says of a rule.
struct RuleFacts {
  std::string_view code; ///< `full-marks`
  std::string_view what; ///< what must hold, a sentence without its full stop
};

std::span<RuleFacts const> all_rules();            ///< in the order of rules.def
std::string_view code(Rule rule);                  ///< `full-marks`
RuleFacts const* find_rule(std::string_view code); ///< nullptr if there is none called so

/// One thing that breaks a rule.
struct Breach {
  Rule rule;      ///< that is broken
  Complaint what; ///< where, what, and what would be right
};

/// What was found of one case, and what its key waives.
class Findings {
public:
  void add(Rule rule, Complaint what) { list_.push_back({rule, std::move(what)}); } ///< one more
  std::vector<Breach> const& list() const { return list_; } ///< in the order of their finding
  bool has(Rule rule) const;                                ///< whether \p rule is broken
  /// Takes away what breaks \p rule. \return whether there was anything
  bool forgive(Rule rule);

private:
  std::vector<Breach> list_;
};

} // namespace whodunit
