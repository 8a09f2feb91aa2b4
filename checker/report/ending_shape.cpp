// SPDX-License-Identifier: MIT
#include "report/ending_shape.hpp"

#include <fmt/format.h>

namespace whodunit {

std::string_view ending_class(Ending const& ending) {
  if (std::holds_alternative<Killed>(ending))
    return "killed";
  auto const* const exited = std::get_if<Exited>(&ending);
  if (exited == nullptr)
    return "alive";
  return exited->code == 0 ? "well" : "failed";
}

std::string ending_words(Ending const& ending) {
  if (auto const* const exited = std::get_if<Exited>(&ending))
    return fmt::format("exit {}", exited->code);
  if (auto const* const killed = std::get_if<Killed>(&ending))
    return killed->signal.name() + (killed->core_dumped ? ", core" : "");
  auto const words = to_string(ending);
  return words.substr(0, words.find(':'));
}

std::string ending_shape(Ending const& ending, double x, double y, double radius) {
  auto const style = ending_class(ending);
  auto const r = radius;
  if (style == "well")
    return fmt::format("<circle class=\"shape well\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>", x,
                       y, 0.8 * r);
  if (style == "failed")
    return fmt::format(
        "<path class=\"shape failed\" d=\"M{:.1f} {:.1f}l{r} {r}l-{r} {r}l-{r} -{r}z\"/>", x, y - r,
        fmt::arg("r", r));
  if (style == "killed")
    return fmt::format(
        "<path class=\"shape killed\" d=\"M{:.1f} {:.1f}l{d} {d}m0 -{d}l-{d} {d}\"/>", x - 0.8 * r,
        y - 0.8 * r, fmt::arg("d", 1.6 * r));
  return fmt::format("<path class=\"shape alive\" d=\"M{:.1f} {:.1f}l{d} {r}l-{d} {r}z\"/>",
                     x - 0.7 * r, y - r, fmt::arg("d", 1.7 * r), fmt::arg("r", r));
}

std::string ending_icon(Ending const& ending) {
  return "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">" +
         ending_shape(ending, 8, 8, 6) + "</svg>";
}

} // namespace whodunit
