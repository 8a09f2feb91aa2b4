// SPDX-License-Identifier: MIT
#include "report/svg.hpp"

#include "report/html.hpp"

#include <cmath>
#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr std::size_t most_of_a_description = 1000;

} // namespace

std::string svg_begin(std::string_view id, double width, double height, std::string_view title,
                      std::string_view description) {
  return fmt::format("<svg class=\"picture {0}\" role=\"img\" aria-labelledby=\"{0}-title "
                     "{0}-desc\" viewBox=\"0 0 {1:.0f} {2:.0f}\">\n<title id=\"{0}-title\">{3}"
                     "</title>\n<desc id=\"{0}-desc\">{4}</desc>\n",
                     id, width, height, title, html_text(description, most_of_a_description));
}

std::string svg_text(Spot where, std::string_view style, std::string_view html) {
  return fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", style, where.x,
                     where.y, html);
}

std::string svg_line(Spot from, Spot to, std::string_view style) {
  return fmt::format("<path class=\"{}\" d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\"/>\n", style, from.x,
                     from.y, to.x, to.y);
}

std::string svg_arrow(Spot from, Spot bend, Spot to) {
  constexpr double length = 8; // of its head
  constexpr double spread = 0.42;
  double const angle = std::atan2(to.y - bend.y, to.x - bend.x);
  auto const corner = [&](double turn) {
    return fmt::format("L{:.1f} {:.1f}", to.x - length * std::cos(angle + turn),
                       to.y - length * std::sin(angle + turn));
  };
  return fmt::format("<path class=\"arrow\" d=\"M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}\"/>"
                     "<path class=\"arrow-head\" d=\"M{:.1f} {:.1f}{}{}z\"/>\n",
                     from.x, from.y, bend.x, bend.y, to.x, to.y, to.x, to.y, corner(spread),
                     corner(-spread));
}

} // namespace whodunit
