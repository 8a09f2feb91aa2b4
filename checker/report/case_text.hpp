// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A case as a learner reads it: what happened, and what is asked. Gives nothing away.

#include "casebook/case.hpp"
#include "report/terminal.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// `000` of `mystery000`: what is least to type.
std::string short_name(Case const& asked);

/// ``mystery000: The price list`` and the scene.
void show_briefing(Terminal const& screen, Case const& asked);

/// The values among which the learner chooses: the closed list of \p field, or what the case offers
/// of it, in the vocabulary's order, so that the place of a value says nothing. Empty where the
/// answer is typed.
std::vector<Term> choices(Case const& asked, Field field);

/// Every question of the case with its values, and how to answer with `--set`.
void show_questions(Terminal const& screen, Case const& asked);

} // namespace whodunit
