// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// One question of a case, asked until there is an answer that means something.

#include "casebook/case.hpp"
#include "dialogue/console.hpp"
#include "dialogue/course.hpp"

#include <optional>

namespace whodunit {

/// Asks for \p field of \p asked, in plain words; on the way `?` explains the values and `h` opens
/// a hint. Blocks. \return nullopt when the learner leaves: `q`, or the end of the input.
std::optional<Answer> ask_question(Console& console, Course& course, Case const& asked,
                                   Field field);

/// Opens one more hint and shows all that are open.
void show_next_hint(Terminal const& screen, Course& course, Case const& asked);

} // namespace whodunit
