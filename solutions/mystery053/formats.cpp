// SPDX-License-Identifier: MIT
#include "formats.hpp"

#include <map>

namespace {

// Made by the first call that wants it, whichever file that call comes from.
std::map<std::string, Decoder>& decoders() {
  static std::map<std::string, Decoder> all;
  return all;
}

} // namespace

bool add_format(std::string const& ending, Decoder decoder) {
  return decoders().emplace(ending, decoder).second;
}

Decoder format_for(std::string const& ending) {
  auto const found = decoders().find(ending);
  return found == decoders().end() ? nullptr : found->second;
}
