// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The conclusions of an autopsy on a page: a card for each, with how sure it is and on what it
/// stands.

#include "autopsy/claim.hpp"

#include <string>

namespace whodunit {

/// A section of HTML. A certainty is told by a word and a shape, never by colour alone.
std::string claim_cards(Autopsy const& autopsy);

} // namespace whodunit
