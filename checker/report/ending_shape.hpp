// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How a page shows an ending: a shape of its own for each kind, because colour alone says nothing
/// to many readers, and few words.

#include "fate/ending.hpp"

#include <string>
#include <string_view>

namespace whodunit {

/// The class that colours it: `well` (exited with 0), `failed` (with another code), `killed`,
/// `alive`.
std::string_view ending_class(Ending const& ending);

/// `exit 3`, `SIGSEGV, core`, `still sleeping`.
std::string ending_words(Ending const& ending);

/// Elements of an SVG around (\p x, \p y), \p radius high and wide to each side: a disc, a diamond,
/// a cross or an arrow head, in the order of ending_class().
std::string ending_shape(Ending const& ending, double x, double y, double radius);

/// The same as an SVG of its own that stands in a line of text, and is none to a screen reader: the
/// words are beside it.
std::string ending_icon(Ending const& ending);

} // namespace whodunit
