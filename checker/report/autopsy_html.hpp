// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// An autopsy as a page with pictures, to be looked at in a browser, kept or sent. One file: it
/// loads nothing, needs no script, and forbids both by its own policy. Nothing that a program wrote
/// or called itself is more than text in it. Never larger than 2 MiB.

#include "autopsy/claim.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// What was asked for, which a fate doesn't hold.
struct AskedRun {
  std::vector<std::string> command = {};  ///< with its arguments; empty: not shown
  std::optional<Bytes> memory_limit = {}; ///< for the picture, if the limit was not hit
};

/// The page: HTML that is well-formed XML too.
std::string autopsy_html(Autopsy const& autopsy, AskedRun const& asked = {});

} // namespace whodunit
