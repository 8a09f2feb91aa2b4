// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The strokes that the pictures of a page share. Coloured by the classes of page_style.cpp.

#include <string>
#include <string_view>

namespace whodunit {

/// A point of a picture, in its own units.
struct Spot {
  double x = 0; ///< to the right
  double y = 0; ///< downwards
};

/// The begin of a picture: ``<svg …><title>…</title><desc>…</desc>``, told to a screen reader by
/// both. \param id unique in its page, also a class of the picture \param description not yet safe
std::string svg_begin(std::string_view id, double width, double height, std::string_view title,
                      std::string_view description);

/// A line of text whose left end is at \p where, unless \p style has `middle` or `end`. \p html is
/// safe already.
std::string svg_text(Spot where, std::string_view style, std::string_view html);

/// A straight line.
std::string svg_line(Spot from, Spot to, std::string_view style);

/// A bowed arrow, drawn towards \p bend and turning away from it before it gets there.
std::string svg_arrow(Spot from, Spot bend, Spot to);

} // namespace whodunit
