// SPDX-License-Identifier: MIT
#include "cli/track.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whodunit::cli {

Track const* find_track(Course const& course, std::string const& name) {
  auto const& tracks = course.curriculum().tracks;
  auto const found = std::ranges::find(tracks, name, &Track::name);
  if (found != tracks.end())
    return &*found;
  std::vector<std::string_view> names(tracks.size());
  std::ranges::transform(tracks, names.begin(), &Track::name);
  fmt::print(stderr, "whodunit: there is no track \"{}\"; ", printable(name));
  if (auto const near = nearest(name, names))
    fmt::print(stderr, "did you mean \"{}\"?\n", *near);
  else
    fmt::print(stderr, "there are: {}\n", fmt::join(names, ", "));
  return nullptr;
}

} // namespace whodunit::cli
