// SPDX-License-Identifier: MIT
#include "authoring/rule.hpp"

#include <algorithm>
#include <array>

namespace whodunit {
namespace {

constexpr RuleFacts rules[] = {
#define RULE(id, code, what) {code, what},
#include "authoring/rules.def"
};

} // namespace

std::span<RuleFacts const> all_rules() {
  return rules;
}

std::string_view code(Rule rule) {
  return rules[static_cast<std::size_t>(rule)].code;
}

RuleFacts const* find_rule(std::string_view code) {
  auto const* const found = std::ranges::find(rules, code, &RuleFacts::code);
  return found == std::end(rules) ? nullptr : found;
}

bool Findings::has(Rule rule) const {
  return std::ranges::find(list_, rule, &Breach::rule) != list_.end();
}

bool Findings::forgive(Rule rule) {
  return std::erase_if(list_, [rule](auto const& finding) { return finding.rule == rule; }) != 0;
}

} // namespace whodunit
