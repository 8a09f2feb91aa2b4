// SPDX-License-Identifier: MIT
#include "report/map.hpp"

#include "report/case_text.hpp"

#include <fmt/format.h>

namespace whodunit {

void show_map(Terminal const& screen, std::span<Case const> cases,
              std::set<std::string> const& solved) {
  for (auto const& entry : cases) {
    bool const known = solved.contains(entry.name);
    auto const first =
        fmt::format("  {} {}  ", screen.mark(known ? Mark::good : Mark::open), short_name(entry));
    screen.say(known && !entry.learned.empty() ? entry.learned : entry.title, first);
  }
}

} // namespace whodunit
