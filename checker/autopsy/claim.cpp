// SPDX-License-Identifier: MIT
#include "autopsy/claim.hpp"

namespace whodunit {

std::string_view to_string(Certainty certainty) {
  switch (certainty) {
  case Certainty::observed:
    return "observed";
  case Certainty::inferred:
    return "inferred";
  case Certainty::stand_in:
    return "stand-in";
  case Certainty::unknown:
    break;
  }
  return "unknown";
}

std::string to_string(Evidence const& evidence) {
  return evidence.source + ": " + evidence.fact;
}

} // namespace whodunit
