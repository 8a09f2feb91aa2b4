// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// From one case to the next, for as long as the learner likes.

#include "dialogue/interview.hpp"

namespace whodunit {

/// Three lines for somebody who was never here.
void welcome(Terminal const& screen);

/// Where the learner is, what is next, and the commands that matter now. Waits for nothing.
void show_whereabouts(Terminal const& screen, Course const& course);

/// Begins with \p first and offers the next case after each solved one. Blocks.
/// \return how the inquiry into \p first ended.
Outcome tour(Console& console, Course& course, Referee const& referee, Case const& first);

} // namespace whodunit
